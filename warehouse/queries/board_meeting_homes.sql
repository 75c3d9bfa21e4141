-- Groups whose reports are linked with one another.
select distinct a.meeting_id as a_home, b.meeting_id as b_home
from core.report_link l
join core.meeting_report a on a.id = l.a
join core.meeting_report b on b.id = l.b
where l.kind = 'meeting' and a.meeting_id <> b.meeting_id;
