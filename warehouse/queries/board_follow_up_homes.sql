-- Groups whose reports are linked with one another.
select distinct a.follow_up_id as a_home, b.follow_up_id as b_home
from core.report_link l
join core.follow_up_report a on a.id = l.a
join core.follow_up_report b on b.id = l.b
where l.kind = 'follow_up' and a.follow_up_id <> b.follow_up_id;
