-- The rows of what the affected reports belonged to; they are made anew.
delete from $table
where $key in (select $column from $reports where id in (from affected) and $column is not null);
