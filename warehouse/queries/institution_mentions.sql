-- Ministries by party and portfolio, other institutions by name; of all participations, or of new ones.
with ministry as (
    select party, portfolio, min(day) as day, max(day) as last_day
    from $participations
    where portfolio is not null
    group by party, portfolio
),
named as (
    select party, portfolio, arg_min(institution, (day, id)) as name
    from $participations
    where portfolio is not null and institution is not null
    group by party, portfolio
)
select m.party, m.portfolio, n.name, m.day, m.last_day
from ministry m
left join named n on n.party = m.party and n.portfolio = m.portfolio
union all
select party, null, institution, min(day), max(day)
from $participations
where portfolio is null and institution is not null
group by party, institution;
