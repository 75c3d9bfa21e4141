-- The first name under which each of some ministries was told.
select party, portfolio, arg_min(institution, (day, id)) as name
from core.participation
where portfolio is not null and institution is not null
  and list_contains($ministries, party || ' ' || portfolio)
group by party, portfolio;
