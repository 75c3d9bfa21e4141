-- What another version of the extractor read differently in the same words.

create table quality.reread (
    article_id VARCHAR,
    day DATE,
    kind VARCHAR,
    report_id VARCHAR,
    extractor_before VARCHAR,
    extractor VARCHAR,
    before VARCHAR,
    after VARCHAR
);
comment on table quality.reread is
    'Reports that new code read differently in the same wording. Key: article_id, day, kind, report_id, extractor.';
comment on column quality.reread.article_id is 'Article.';
comment on column quality.reread.day is 'Day (UTC) on which it was read anew.';
comment on column quality.reread.kind is 'meeting, agreement or follow_up.';
comment on column quality.reread.report_id is 'Report.';
comment on column quality.reread.extractor_before is 'Version that had read it.';
comment on column quality.reread.extractor is 'Version that read it then.';
comment on column quality.reread.before is 'The report''s values as JSON; null: it was not there.';
comment on column quality.reread.after is 'Likewise after it; null: it is no longer there.';
