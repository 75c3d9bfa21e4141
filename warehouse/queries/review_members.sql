-- The reports, or spellings, of one thing.
select $column as home, id from $table
where $column = (select $column from $table where id = $$id)
order by id;
