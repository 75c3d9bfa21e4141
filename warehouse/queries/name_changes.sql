-- The spellings of participations that wait for linking, as all participations show them. `fresh`: it is a new one, or
-- says more than before of whom it may name; else it was only printed again, and what it was compared with stands.
with told as (
    select p.*, a.source
    from core.participation p
    join core.article a on a.id = p.article_id
    where p.name_id in (select name_id from core.participation where person_id is null)
),
held as (
    select name_id, bool_and(person_id is null) as anew
    from told
    group by name_id, office, portfolio
),
spelling as (
    select name_id as id, min(day) as day, any_value(party) as party,
        arg_min(name, (day, id)) as name,
        arg_min(source, (day, id)) as source,
        count(*)::integer as printed,
        list_sort(list(distinct office)) as offices,
        list_sort(coalesce(list(distinct portfolio) filter (where portfolio is not null), [])) as portfolios,
        max(day) as last_day
    from told
    group by name_id
)
select s.*, coalesce(n.day <> s.day or n.name <> s.name or h.more, true) as fresh
from spelling s
join (select name_id, bool_or(anew) as more from held group by name_id) h on h.name_id = s.id
left join core.person_name n on n.id = s.id;
