-- The rows of what the staged reports belonged to; they are made anew.
delete from $table
where day >= date '$since' and $key in (
    select $column from $reports where day >= date '$since' and id in (select id from $staged) and $column is not null
);
