-- Pages of exchanges that no note tells of.
insert into raw.page by name
select * from old.raw.page where id not in (select id from raw.page)
