-- Sources with their state, what each gave by the day, and what of it could not be used.
select
    h.name, coalesce(h.publisher, h.name) as publisher, h.country, h.side, s.languages, s.kind, s.url,
    h.state, h.since, h.failures, h.last_success, h.last_item, h.error, h.next_try, h.lacking, h.moved_to,
    coalesce(a.articles, 0) as articles, coalesce(a.coded, 0) as coded, a.last_article,
    coalesce(r.rejected, 0) as rejected
from mart.source_health h
join raw.source s on s.name = h.name
left join (
    select source, count(*) as articles, count(*) filter (where len(reasons) = 0) as coded, max(day) as last_article
    from core.article
    where day <= $as_of
    group by source
) a on a.source = h.name
left join (select source, count(*) as rejected from raw.rejection group by source) r on r.source = h.name
order by case h.state when 'gone' then 0 when 'failing' then 1 when 'stale' then 2 when 'slow' then 3 else 4 end, h.name;
