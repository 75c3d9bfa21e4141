-- The spellings of participations that wait for linking, as all participations show them.
select name_id as id, min(p.day) as day, any_value(p.party) as party,
    arg_min(p.name, (p.day, p.id)) as name,
    arg_min(a.source, (p.day, p.id)) as source,
    count(*)::integer as printed,
    list_sort(list(distinct p.office)) as offices,
    list_sort(coalesce(list(distinct p.portfolio) filter (where p.portfolio is not null), [])) as portfolios,
    max(p.day) as last_day
from core.participation p
join core.article a on a.id = p.article_id
where name_id in (select name_id from core.participation where person_id is null)
group by name_id;
