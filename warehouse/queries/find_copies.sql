-- Articles of one week that share an address, a text, or most of their word sequences with those of this batch.
insert into core.article_copy by name
with near as (
    select * from core.article_print
    where day between (select min(day) - 7 from stage_core_article) and (select max(day) + 7 from stage_core_article)
),
size as (
    select article_id, count(*) as prints from near group by article_id
),
shared as (
    select least(p.article_id, q.article_id) as a, greatest(p.article_id, q.article_id) as b,
        count(distinct p.print) as prints
    from near p
    join near q
        on q.print = p.print and q.article_id <> p.article_id and abs(date_diff('day', p.day, q.day)) <= 7
    where p.article_id in (select id from stage_core_article)
    group by all
),
address as (
    select least(x.id, y.id) as a, greatest(x.id, y.id) as b
    from core.article x
    join core.article y on y.url = x.url and y.id <> x.id
    where x.id in (select id from stage_core_article)
    group by all
),
pair as (
    select coalesce(s.a, d.a) as a, coalesce(s.b, d.b) as b, d.a is not null as same_address, s.prints
    from shared s
    full join address d on d.a = s.a and d.b = s.b
),
scored as (
    select p.a, p.b, least(x.day, y.day) as day, p.same_address, x.version = y.version as same_text,
        coalesce(p.prints / greatest(m.prints, n.prints), 0) as score
    from pair p
    join core.article x on x.id = p.a
    join core.article y on y.id = p.b
    left join size m on m.article_id = p.a
    left join size n on n.article_id = p.b
)
select a, b, day, case when same_address then 'same_address' when same_text then 'same_text' else 'near' end as kind, score
from scored
where same_address or same_text or score >= 0.6
order by day, a, b
