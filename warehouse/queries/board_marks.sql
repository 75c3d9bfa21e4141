-- Marks of machine-made copy by source, with how many of its articles there are, as known on a day.
with mark as (
    select article_id, kind from core.article_mark where day <= $as_of
    union
    select article_id, code from core.signal where code = 'foreign_language_fragment' and day <= $as_of
)
select a.source, m.kind, count(distinct m.article_id)::integer as articles,
    (select count(*)::integer from core.article o where o.source = a.source and o.day <= $as_of) as read,
    min(a.id) as article_id
from mark m
join core.article a on a.id = m.article_id
group by a.source, m.kind
order by a.source, m.kind;
