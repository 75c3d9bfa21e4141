-- What was received, as it was received. Bytes lie in the archive, named by their SHA-256.
-- A comment defines its column: it names the vocabulary (One of ...), the reference (Refers to ...) and what null
-- means; a column whose comment does not speak of null is never null. Checks are made from these comments.

create schema if not exists raw;

create table raw.source (
    name VARCHAR,
    kind VARCHAR,
    url VARCHAR,
    languages VARCHAR[],
    country VARCHAR,
    publisher VARCHAR,
    side VARCHAR,
    time_zone VARCHAR,
    rights VARCHAR,
    per_day DOUBLE,
    declared VARCHAR
);
comment on table raw.source is 'Sources as declared when last read. Key: name.';
comment on column raw.source.name is 'Short unique name.';
comment on column raw.source.kind is 'What it is made of: feed, sitemap, listing, page, files, document.';
comment on column raw.source.url is 'Address on the web; null: it is local.';
comment on column raw.source.languages is 'Languages that it declares.';
comment on column raw.source.country is 'ISO code of the publisher''s seat; null: not declared.';
comment on column raw.source.publisher is 'Publisher''s name for readers; null: not declared.';
comment on column raw.source.side is 'State or organisation whose official voice it is; null: a third party.';
comment on column raw.source.time_zone is 'IANA time zone; null: not declared.';
comment on column raw.source.rights is 'What its texts are in law: official, agency or press; null: not declared.';
comment on column raw.source.per_day is 'Items expected a day; null: no expectation.';
comment on column raw.source.declared is 'The whole declaration as JSON, without secrets; null: none was given.';

create table raw.fetch (
    id VARCHAR,
    source VARCHAR,
    kind VARCHAR,
    url VARCHAR,
    run_id VARCHAR,
    started_at TIMESTAMPTZ,
    duration_ms INTEGER,
    status INTEGER,
    final_url VARCHAR,
    etag VARCHAR,
    last_modified VARCHAR,
    bytes BIGINT,
    sha256 VARCHAR,
    retry_after INTEGER,
    error VARCHAR
);
comment on table raw.fetch is 'One HTTP exchange or file read. Key: id.';
comment on column raw.fetch.id is 'Fetch id.';
comment on column raw.fetch.source is 'Source that it was made for.';
comment on column raw.fetch.kind is 'feed: the source itself was asked; page: the page behind one of its items.';
comment on column raw.fetch.url is 'Address or path asked for.';
comment on column raw.fetch.run_id is 'Run that made it; null: outside a run.';
comment on column raw.fetch.started_at is 'When it began.';
comment on column raw.fetch.duration_ms is 'How long it took; null: it never began.';
comment on column raw.fetch.status is 'HTTP status; null: no answer, or a local file.';
comment on column raw.fetch.final_url is 'Address after redirects; null: the same.';
comment on column raw.fetch.etag is 'Validator given; null: none.';
comment on column raw.fetch.last_modified is 'Validator given; null: none.';
comment on column raw.fetch.bytes is 'Length of the body; null: no body.';
comment on column raw.fetch.sha256 is 'Hash of the body, its name in the archive; null: no body.';
comment on column raw.fetch.retry_after is 'Seconds that the server asks us to wait; null: it does not.';
comment on column raw.fetch.error is 'What went wrong, in a sentence; null: nothing.';

create table raw.item (
    id VARCHAR,
    version VARCHAR,
    source VARCHAR,
    guid VARCHAR,
    url VARCHAR,
    title VARCHAR,
    published VARCHAR,
    updated VARCHAR,
    lang VARCHAR,
    body VARCHAR,
    body_kind VARCHAR,
    fetch_id VARCHAR,
    sha256 VARCHAR,
    received_at TIMESTAMPTZ,
    run_id VARCHAR
);
comment on table raw.item is 'Entries of feeds and documents given by hand: every wording once. Key: id, version.';
comment on column raw.item.id is 'Item id: source with guid, else address, else text.';
comment on column raw.item.version is 'Hash of what the item says.';
comment on column raw.item.source is 'Source that gave it.';
comment on column raw.item.guid is 'The source''s own id; null: none given.';
comment on column raw.item.url is 'Link to the article; null: none given.';
comment on column raw.item.title is 'Headline; empty: none.';
comment on column raw.item.published is 'ISO 8601 with the offset as written; null: none or not understood.';
comment on column raw.item.updated is 'Date of the last change, likewise; null: none.';
comment on column raw.item.lang is 'Language that it declares; null: undeclared.';
comment on column raw.item.body is 'The longest text that it carries; empty: none.';
comment on column raw.item.body_kind is 'html or text.';
comment on column raw.item.fetch_id is 'Fetch that brought it; null: given by hand.';
comment on column raw.item.sha256 is 'Hash of the bytes that it was read from; null: not archived.';
comment on column raw.item.received_at is 'When this wording was first received.';
comment on column raw.item.run_id is 'Run that received it; null: outside a run.';

create table raw.page (
    id VARCHAR,
    item_id VARCHAR,
    url VARCHAR,
    fetch_id VARCHAR,
    sha256 VARCHAR,
    received_at TIMESTAMPTZ
);
comment on table raw.page is 'Pages fetched for items. Key: id.';
comment on column raw.page.id is 'Page id: item and bytes.';
comment on column raw.page.item_id is 'Item that links to it.';
comment on column raw.page.url is 'Address asked for.';
comment on column raw.page.fetch_id is 'Fetch that brought it; null: read from a folder.';
comment on column raw.page.sha256 is 'Hash of its bytes, their name in the archive.';
comment on column raw.page.received_at is 'When these bytes were first received.';

create table raw.reading (
    article_id VARCHAR,
    version VARCHAR,
    item_id VARCHAR,
    item_version VARCHAR,
    received_at TIMESTAMPTZ
);
comment on table raw.reading is 'Which wording of an item became which wording of an article. Key: article_id, version, item_id, item_version.';
comment on column raw.reading.article_id is 'Article. Refers to core.article.id.';
comment on column raw.reading.version is 'Wording of the article.';
comment on column raw.reading.item_id is 'Item; null: the article came from no item.';
comment on column raw.reading.item_version is 'Wording of the item; null: likewise.';
comment on column raw.reading.received_at is 'When it was first received: the latest wording received is the current one.';

create table raw.rejection (
    id VARCHAR,
    source VARCHAR,
    code VARCHAR,
    detail VARCHAR,
    sha256 VARCHAR,
    locator VARCHAR,
    item_id VARCHAR,
    item_version VARCHAR,
    run_id VARCHAR,
    rejected_at TIMESTAMPTZ
);
comment on table raw.rejection is 'What was received and could not be used, with the reason. Key: id.';
comment on column raw.rejection.id is 'Rejection id: source, code, bytes and place.';
comment on column raw.rejection.source is 'Source that gave it.';
comment on column raw.rejection.code is 'Stable reason code.';
comment on column raw.rejection.detail is 'One sentence for a person.';
comment on column raw.rejection.sha256 is 'Hash of the bytes; null: nothing was received.';
comment on column raw.rejection.locator is 'File name, address or line that it concerns.';
comment on column raw.rejection.item_id is 'Item that was rejected; null: no item was read.';
comment on column raw.rejection.item_version is 'Its wording; null: likewise.';
comment on column raw.rejection.run_id is 'Run that first met it; null: outside a run.';
comment on column raw.rejection.rejected_at is 'When it was first rejected.';
