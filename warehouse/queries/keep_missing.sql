-- Rows of a table whose key is not here yet.
insert into $table by name
select * from old.$table o
where not exists (select 1 from $table t where $matches)
