-- Items for readers: everything but the text that they carry.
insert into raw.item by name select * replace ('' as body) from private.raw.item
