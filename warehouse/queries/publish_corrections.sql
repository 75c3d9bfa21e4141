-- Corrections for readers: the first changes of each, so that no article can be put together from them.
insert into core.correction by name select * from private.core.correction where position < 4
