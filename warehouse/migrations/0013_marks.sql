-- Marks that machine-made copy may leave in a text.

create table core.article_mark (
    article_id VARCHAR,
    day DATE,
    version VARCHAR,
    kind VARCHAR,
    quote VARCHAR
);
comment on table core.article_mark is 'Marks that machine-made copy may leave in a text: what was found, and no verdict. Key: article_id, kind.';
comment on column core.article_mark.article_id is 'Article. Refers to core.article.id.';
comment on column core.article_mark.day is 'Effective day of the article.';
comment on column core.article_mark.version is 'Wording that it was found in.';
comment on column core.article_mark.kind is 'assistant, translation_note, markup or placeholder.';
comment on column core.article_mark.quote is 'The words.';
