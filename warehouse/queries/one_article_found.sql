-- Of some articles, and of those that are or were one with them: what each is the same as now, and who tells it so.
-- The first is the earliest, an official voice before others, then the one with the smaller id.
create or replace temp table one_article as
with pair as (
    select a as id, b as other from core.article_copy where kind = 'same_article'
    union all
    select b, a from core.article_copy where kind = 'same_article'
),
touched as (
    select unnest($ids::varchar[]) as id
    union
    select other from pair where id in (select unnest($ids::varchar[]))
    union
    select id from core.article where same_as in (select unnest($ids::varchar[]))
),
first as (
    select t.id, arg_min(f.id, (f.day, f.side is null, f.id)) as first
    from (
        select id, id as other from touched
        union all
        select t.id, p.other from touched t join pair p on p.id = t.id
    ) t
    join core.article f on f.id = t.other
    group by t.id
)
select a.id, a.day, a.same_as as before, nullif(f.first, a.id) as same_as, o.witness, o.side
from first f
join core.article a on a.id = f.id
join core.article o on o.id = f.first;
