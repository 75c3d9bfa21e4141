-- What is not touched stands as it is.
insert into $table by name select * from snap.$table where $key not in (from touched);
