-- Wordings for readers: the words that values rest on stay at their places, everything else is blank, so that every
-- quote is there and no article is.
insert into core.article_text by name
with span as (
    select distinct article_id, version, span_start, span_end
    from private.core.evidence
    where field <> 'title' and span_end > span_start
),
reach as (
    select *,
        coalesce(max(span_end) over (
            partition by article_id, version
            order by span_start, span_end
            rows between unbounded preceding and 1 preceding
        ), 0) as reached
    from span
),
piece as (
    select article_id, version, reached, greatest(span_start, reached) as first, span_end as last
    from reach
    where span_end > reached
)
select t.article_id, t.version, t.day, t.title,
    coalesce(string_agg(
        repeat(' ', p.first - p.reached) || substring(t.text, p.first + 1, p.last - p.first), '' order by p.first
    ), '') as text
from private.core.article_text t
left join piece p on p.article_id = t.article_id and p.version = t.version
group by t.article_id, t.version, t.day, t.title
order by t.day, t.article_id, t.version
