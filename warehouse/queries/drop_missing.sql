-- Rows that are no longer borne out by any report.
delete from $target where id not in (select id from $staged);
