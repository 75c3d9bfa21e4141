-- Take in what is linked with what waits.
insert into reach select unnest($ids::varchar[]), unnest($days::date[]);
