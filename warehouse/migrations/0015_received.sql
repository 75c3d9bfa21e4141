-- The story of what was received, complete enough to be told again from the archive alone.

alter table raw.fetch add column content_type VARCHAR;
alter table raw.fetch add column moved_to VARCHAR;
comment on column raw.fetch.kind is 'feed: the source itself was asked; part: a sitemap or file that it names; page: the page behind one of its items.';
comment on column raw.fetch.content_type is 'Content type and character set as sent; null: none sent.';
comment on column raw.fetch.moved_to is 'Address to which it has moved for good; null: it has not.';

alter table raw.reading add column page_sha256 VARCHAR;
comment on table raw.reading is 'Which wording of an item, with which page, became which wording of an article. Key: article_id, version, item_id, item_version, page_sha256.';
comment on column raw.reading.page_sha256 is 'Page that was read with the item; null: none.';

alter table raw.page add column content_type VARCHAR;
comment on column raw.page.content_type is 'Content type and character set as sent; null: none sent.';

create table raw.note (
    name VARCHAR,
    decision VARCHAR
);
comment on table raw.note is 'Notes of the archive''s journal that these tables hold. Key: name.';
comment on column raw.note.name is 'Name of the note in the archive.';
comment on column raw.note.decision is 'Last decision of a person that it tells of; null: it tells of none.';

create table quality.source_event (
    source VARCHAR,
    as_of DATE,
    state VARCHAR,
    before VARCHAR,
    explanation VARCHAR,
    run_id VARCHAR
);
comment on table quality.source_event is 'Changes in how sources do, a row a change. Key: source, as_of.';
comment on column quality.source_event.source is 'Source. Refers to raw.source.name.';
comment on column quality.source_event.as_of is 'Day as of which the change was found.';
comment on column quality.source_event.state is 'New state: healthy, slow, stale, failing or gone.';
comment on column quality.source_event.before is 'Former state.';
comment on column quality.source_event.explanation is 'What is seen, in a sentence.';
comment on column quality.source_event.run_id is 'Run that found it; null: outside a run.';
