-- What is known of articles beside their text: every date found, what corrections changed, which are copies.

create table core.article_date (
    article_id VARCHAR,
    day DATE,
    place VARCHAR,
    date VARCHAR,
    chosen BOOLEAN,
    reason VARCHAR
);
comment on table core.article_date is 'Every date of publication that was found for an article, each kept apart. Key: article_id, place.';
comment on column core.article_date.article_id is 'Article. Refers to core.article.id.';
comment on column core.article_date.day is 'Effective day of the article.';
comment on column core.article_date.place is 'Where it was found: feed, selector, json_ld, meta, microdata, time, visible, dateline, url, updated, given.';
comment on column core.article_date.date is 'ISO 8601 with the offset as written.';
comment on column core.article_date.chosen is 'It is the date of the article.';
comment on column core.article_date.reason is 'Why it was chosen, or was not.';

create table core.correction (
    article_id VARCHAR,
    day DATE,
    version VARCHAR,
    before VARCHAR,
    position INTEGER,
    removed VARCHAR,
    added VARCHAR,
    received_at TIMESTAMPTZ
);
comment on table core.correction is 'What each later wording of an article changed, sentence by sentence. Key: article_id, version, position.';
comment on column core.correction.article_id is 'Article. Refers to core.article.id.';
comment on column core.correction.day is 'Day on which the later wording was received.';
comment on column core.correction.version is 'Later wording.';
comment on column core.correction.before is 'Wording before it.';
comment on column core.correction.position is 'Index of the change in the text; the headline comes first.';
comment on column core.correction.removed is 'Words that are gone; null: none.';
comment on column core.correction.added is 'Words that are new; null: none.';
comment on column core.correction.received_at is 'When the later wording was first received.';

create table core.article_print (
    article_id VARCHAR,
    day DATE,
    print VARCHAR
);
comment on table core.article_print is 'A sample of the word sequences of each article, by which copies are found. Key: article_id, print.';
comment on column core.article_print.article_id is 'Article. Refers to core.article.id.';
comment on column core.article_print.day is 'Effective day of the article.';
comment on column core.article_print.print is 'Hash of a sequence of words.';

create table core.article_copy (
    a VARCHAR,
    b VARCHAR,
    day DATE,
    kind VARCHAR,
    score DOUBLE
);
comment on table core.article_copy is 'Articles that are the same or nearly; both stay. Key: a, b.';
comment on column core.article_copy.a is 'Article with the smaller id. Refers to core.article.id.';
comment on column core.article_copy.b is 'The other one. Refers to core.article.id.';
comment on column core.article_copy.day is 'Day of the earlier one.';
comment on column core.article_copy.kind is 'same_address, same_text or near.';
comment on column core.article_copy.score is 'Share of word sequences that they have in common, as estimated.';
