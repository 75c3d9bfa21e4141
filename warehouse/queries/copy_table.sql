insert into $table by name select * from $origin.$table
