-- The spellings of participations that wait for linking, as all participations show them. One that was only printed again
-- later is counted on from its row; `fresh`: it is a new one, or says more than before of whom it may name, else what it
-- was compared with stands.
with told as (
    select p.id, p.day, p.name_id, p.party, p.name, p.office, p.portfolio, a.source
    from core.participation p
    join core.article a on a.id = p.article_id and a.day >= date '$since'
    where p.person_id is null and p.day >= date '$since'
),
before as (
    select n.*, n.person_id is not null and n.day < t.first_day as holds
    from core.person_name n
    join (select name_id, min(day) as first_day from told group by name_id) t on t.name_id = n.id
),
counted as (
    select * from told
    union all
    select p.id, p.day, p.name_id, p.party, p.name, p.office, p.portfolio, a.source
    from core.participation p
    join core.article a on a.id = p.article_id
    where p.name_id in (select id from before where not holds) and not (p.person_id is null and p.day >= date '$since')
),
spelling as (
    select name_id as id, min(day) as day, any_value(party) as party,
        arg_min(name, (day, id)) as name,
        arg_min(source, (day, id)) as source,
        count(*)::integer as printed,
        list(distinct office) as offices,
        coalesce(list(distinct portfolio) filter (where portfolio is not null), []) as portfolios,
        list(distinct concat(office, ' ', portfolio)) as held,
        max(day) as last_day
    from counted
    group by name_id
)
select s.id, s.party,
    case when b.holds then b.day else s.day end as day,
    case when b.holds then b.name else s.name end as name,
    case when b.holds then b.source else s.source end as source,
    s.printed + case when b.holds then b.printed else 0 end as printed,
    list_sort(list_distinct(s.offices || case when b.holds then b.offices else [] end)) as offices,
    list_sort(list_distinct(s.portfolios || case when b.holds then b.portfolios else [] end)) as portfolios,
    list_sort(list_distinct(s.held || case when b.holds then b.held else [] end)) as held,
    greatest(s.last_day, b.last_day) as last_day,
    coalesce(not b.holds or not list_has_all(b.held, s.held), true) as fresh
from spelling s
left join before b on b.id = s.id;
