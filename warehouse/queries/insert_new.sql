-- Append the staged rows whose key is not in the table yet.
insert into $target
select distinct on ($key) * from $staged s
where not exists (select 1 from $known t where $matches);
