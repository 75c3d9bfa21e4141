-- The rows of a table that were known.
insert into $table by name select * from snap.$table where $limit;
