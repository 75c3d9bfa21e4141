-- Groups whose reports are linked with one another.
select distinct a.agreement_id as a_home, b.agreement_id as b_home
from core.report_link l
join core.agreement_report a on a.id = l.a
join core.agreement_report b on b.id = l.b
where l.kind = 'agreement' and a.agreement_id <> b.agreement_id;
