-- Articles read, one under several addresses counted once, by day, source and the party whose voice it is, else the country of its seat.
select a.day, a.source, coalesce(a.side, s.side, s.country) as party, count(*)::integer as articles
from core.article a
left join raw.source s on s.name = a.source
where a.day between $since and $as_of and a.same_as is null
group by all;
