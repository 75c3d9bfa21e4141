-- core.meeting | critical | a meeting counts its reports rightly.
select m.id, m.reports, count(r.id) as found
from core.meeting m
left join core.meeting_report r on r.meeting_id = m.id
group by all
having m.reports <> count(r.id)
