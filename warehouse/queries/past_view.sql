-- A table that is only read, where it lies.
drop table $table;
create view $table as select * from snap.$table where $limit;
