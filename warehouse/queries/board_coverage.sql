-- Articles read, one under several addresses counted once, by day, source and the party whose voice it is, else the country
-- of its seat; on some stretches of days, none of which meet.
select a.day, a.source, coalesce(a.side, s.side, s.country) as party, count(*)::integer as articles
from core.article a
join (select unnest($firsts::date[]) as first, unnest($lasts::date[]) as last) d on a.day between d.first and d.last
left join raw.source s on s.name = a.source
where a.same_as is null and a.day between list_min($firsts::date[]) and list_max($lasts::date[])
group by all;
