-- Organisations that stand among parties by code, and those without a code by name; $$organisations are the codes. Of
-- all reports of meetings, or of new ones.
select party as code, null as name, min(day) as day, max(day) as last_day
from (select unnest(parties) as party, day from $meetings)
where list_contains($$organisations, party) and party <> 'ORG'
group by party
union all
select 'ORG', name, min(day), max(day)
from (select unnest(organisations) as name, day from $meetings where len(organisations) > 0)
group by name;
