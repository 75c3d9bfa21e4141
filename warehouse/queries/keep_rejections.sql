-- Rejections of whole bodies and files stay; those of items are made again, or not, when the items are read again.
insert into raw.rejection by name select * from old.raw.rejection where item_id is null
