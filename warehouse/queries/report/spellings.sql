-- Every spelling of a person's name, the most printed first.
select person_id, name, script, sum(printed) as printed
from core.person_name
where person_id is not null and day <= $as_of
group by person_id, name, script
order by person_id, printed desc, name, script;
