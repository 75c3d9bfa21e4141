-- What is set aside is kept whole, so that it can be looked at and comes back when it is read rightly.

alter table quality.quarantine add column article_id VARCHAR;
alter table quality.quarantine add column content VARCHAR;
comment on column quality.quarantine.article_id is 'Article that the row is of; null: none.';
comment on column quality.quarantine.content is 'The row as JSON; null: not kept by an earlier version.';
comment on column quality.quarantine.released is 'Day as of which a new reading passed the check; null: still aside.';
