-- Ministries by party and portfolio, other institutions by name.
select party, portfolio, arg_min(institution, (day, id)) as name, min(day) as day, max(day) as last_day
from core.participation
where portfolio is not null
group by party, portfolio
union all
select party, null, institution, min(day), max(day)
from core.participation
where portfolio is null and institution is not null
group by party, institution;
