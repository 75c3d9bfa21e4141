-- What is known of the witnesses of some meetings, as last linked.
select m.id, r.article_id, m.witnesses, m.reports, m.conflicts
from core.meeting m
join core.meeting_report r on r.id = m.id
where m.id in (select unnest($homes::varchar[]))
order by m.id;
