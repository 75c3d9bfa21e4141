-- Rejections of whole bodies that no note tells of; those of items are made again, or not, when the items are read.
insert into raw.rejection by name
select * from old.raw.rejection o
where item_id is null
  and id not in (select id from raw.rejection)
  and not exists (select 1 from raw.fetch f where f.sha256 = o.sha256)
