-- Sources that no note tells of.
insert into raw.source by name select * from old.raw.source where name not in (select name from raw.source)
