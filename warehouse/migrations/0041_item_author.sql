-- Feeds name authors too; what was received before this names none.

alter table raw.item add column author VARCHAR;
comment on column raw.item.author is 'Authors that the feed names, without their addresses; null: none.';
