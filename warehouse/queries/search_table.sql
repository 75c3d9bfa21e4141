-- What a search looks in: headlines, and the published sentences that tell of something.
create schema if not exists search;
create or replace table search.sentence (
    id INTEGER,
    article_id VARCHAR,
    day DATE,
    sentence VARCHAR,
    words VARCHAR
);
comment on table search.sentence is 'Headlines and telling sentences of articles, made at publication. Key: id.';
comment on column search.sentence.id is 'Number of the sentence in this copy.';
comment on column search.sentence.article_id is 'Article.';
comment on column search.sentence.day is 'Effective day of the article.';
comment on column search.sentence.sentence is 'The sentence as published; the headline where an article tells nothing.';
comment on column search.sentence.words is 'Headline and sentence in the form in which they are looked up.';
