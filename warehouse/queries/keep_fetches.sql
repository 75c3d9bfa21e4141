-- Exchanges that no note tells of.
insert into raw.fetch by name select * from old.raw.fetch where id not in (select id from raw.fetch)
