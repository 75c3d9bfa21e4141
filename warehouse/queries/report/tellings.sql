-- Every report of every meeting known on a day, with the words that its values rest on.
select
    r.id, r.meeting_id, r.day, r.article_id, r.anchor, r.date, r.city, r.country, r.venue, r.form, r.parties, r.witness,
    r.side, coalesce(q.quotes, []) as quotes
from core.meeting_report r
left join (
    select report_id, list({'path': path, 'quote': quote} order by path, span_start, quote) as quotes
    from (
        select distinct p.report_id, p.quote, p.span_start, regexp_extract(p.path, '^/meetings/[0-9]+/([a-z_]+)', 1) as path
        from mart.provenance p
        where p.kind = 'meeting'
            and regexp_matches(p.path, '^/meetings/[0-9]+/(date|end_date|city|country|venue|form|topics|occasion)\b')
    )
    group by report_id
) q on q.report_id = r.id
where r.meeting_id is not null and r.day <= $as_of
order by r.meeting_id, r.day, r.id;
