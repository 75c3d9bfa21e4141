-- Sources, what was read and not coded, and where every value comes from.
create or replace view mart.source_health as
select
    s.name, s.publisher, s.country, s.side, h.state, h.since, h.failures, h.last_success, h.last_item, h.error,
    h.next_try, h.lacking, h.moved_to, h.rejected,
    count(a.id) as articles, max(a.day) as last_article
from raw.source s
left join quality.source_health h on h.source = s.name
left join core.article a on a.source = s.name
group by all;
comment on view mart.source_health is 'Sources: how each does, and what it gave.';
comment on column mart.source_health.name is 'Source.';
comment on column mart.source_health.publisher is 'Who publishes it; null: not declared.';
comment on column mart.source_health.country is 'ISO code of its country; null: not declared.';
comment on column mart.source_health.side is 'Whose official voice it is; null: a third party.';
comment on column mart.source_health.articles is 'Articles that it gave.';
comment on column mart.source_health.last_article is 'Day of the latest of them; null: none.';

create or replace view mart.coverage as
select
    a.source,
    a.lang,
    date_trunc('month', a.day)::date as month,
    case when len(a.reasons) = 0 then 'coded' else a.reasons[1] end as outcome,
    count(*) as articles
from core.article a
group by all;
comment on view mart.coverage is 'Articles read a month: coded, or the first reason why nothing was extracted.';
comment on column mart.coverage.source is 'Source.';
comment on column mart.coverage.lang is 'Language of the articles.';
comment on column mart.coverage.month is 'First day of the month.';
comment on column mart.coverage.outcome is 'coded, or the first reason why nothing was extracted.';
comment on column mart.coverage.articles is 'Articles with that outcome.';

create or replace view mart.evidence as
select
    e.*,
    substring(
        case e.field when 'title' then t.title else t.text end, e.span_start + 1, e.span_end - e.span_start
    ) as quote
from core.evidence e
join core.article_text t on t.article_id = e.article_id and t.version = e.version;
comment on view mart.evidence is 'The words that each value rests on, as published.';
comment on column mart.evidence.quote is 'The words, as published.';

create or replace view mart.provenance as
with report as (
    select 'meeting' as kind, meeting_id as id, id as report_id, article_id, version, position, '/meetings/' as prefix
    from core.meeting_report
    union all
    select 'agreement', agreement_id, id, article_id, version, position, '/agreements/' from core.agreement_report
    union all
    select 'follow_up', follow_up_id, id, article_id, version, position, '/follow_ups/' from core.follow_up_report
)
select
    r.kind, r.id, r.report_id, e.path, e.quote, e.rule, e.field, e.span_start, e.span_end, r.article_id, r.version,
    a.extractor, a.source, a.url, i.item_id, i.item_version, raw_item.fetch_id, raw_item.sha256
from report r
join core.article a on a.id = r.article_id
join mart.evidence e on e.article_id = r.article_id and starts_with(e.path, r.prefix || r.position || '/')
left join (
    select article_id, version, arg_min(item_id, received_at) as item_id, arg_min(item_version, received_at) as item_version
    from raw.reading
    group by article_id, version
) i on i.article_id = r.article_id and i.version = r.version
left join raw.item as raw_item on raw_item.id = i.item_id and raw_item.version = i.item_version;
comment on view mart.provenance is 'For every value of a meeting, instrument or promise: words, rule, article, item, fetch, bytes.';
comment on column mart.provenance.kind is 'meeting, agreement or follow_up.';
comment on column mart.provenance.id is 'Meeting, instrument or promise; null: not linked yet.';
comment on column mart.provenance.report_id is 'Report that the value was read in.';
comment on column mart.provenance.quote is 'The words, as published.';
comment on column mart.provenance.extractor is 'Version of the extractor that read it.';
comment on column mart.provenance.source is 'Source of the article.';
comment on column mart.provenance.url is 'Address of the article; null: none.';
comment on column mart.provenance.item_id is 'Item that the article came as; null: not kept.';
comment on column mart.provenance.item_version is 'Wording of that item; null: not kept.';
comment on column mart.provenance.fetch_id is 'Exchange in which the item was received; null: none.';
comment on column mart.provenance.sha256 is 'Name of the bytes in the archive; null: none.';
