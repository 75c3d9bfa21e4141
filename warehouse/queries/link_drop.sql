-- The rows of what the affected reports belonged to; they are made anew.
delete from $table
where day >= date '$since' and $key in (
    select $column from $reports where day >= date '$since' and id in (from affected) and $column is not null
);
