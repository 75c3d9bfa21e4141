-- Some rows, by id.
select * from $table where id in (select unnest($$ids::varchar[]));
