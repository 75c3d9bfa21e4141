-- Articles of one week that share a text or most of their word sequences with those of this batch, and articles of one
-- month that share their address, however it was reached. One article is what shares its address, and its title or a
-- part of its text: pages whose site gives them all one canonical address are not.
insert into core.article_copy by name
with near as (
    select * from core.article_print
    where day between date '$first' - 7 and date '$last' + 7
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
place as (
    select id, day, rtrim(regexp_replace(url, '^https?://(www\.|m\.|amp\.)?', ''), '/') as address
    from core.article
    where url is not null
      and day between date '$first' - 31 and date '$last' + 31
),
address as (
    select least(x.id, y.id) as a, greatest(x.id, y.id) as b
    from place x
    join place y on y.address = x.address and y.id <> x.id and abs(date_diff('day', x.day, y.day)) <= 31
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
        lower(trim(x.title)) = lower(trim(y.title)) and x.title <> '' as same_title,
        coalesce(p.prints / greatest(m.prints, n.prints), 0) as score
    from pair p
    join core.article x on x.id = p.a
    join core.article y on y.id = p.b
    left join size m on m.article_id = p.a
    left join size n on n.article_id = p.b
)
select a, b, day, score,
    case
        when same_address and (same_text or same_title or score >= 0.3) then 'same_article'
        when same_address then 'same_address'
        when same_text then 'same_text'
        else 'near'
    end as kind
from scored
where same_address or same_text or score >= 0.6
order by day, a, b
