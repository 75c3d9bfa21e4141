-- Take rows out of a table.
delete from $table where id in (select unnest($$ids));
