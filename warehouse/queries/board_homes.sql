-- The reports of some promises.
select follow_up_id as home, list(id order by day, id) as members
from core.follow_up_report
where follow_up_id in (select unnest($homes::varchar[]))
group by follow_up_id
order by home;
