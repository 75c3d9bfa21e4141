-- The affected reports, with the meeting at which they were signed.
select r.*, m.meeting_id as at_meeting
from core.agreement_report r
left join core.meeting_report m on m.id = r.meeting_report_id and m.day = r.day
where r.day >= date '$since' and r.id in (from affected);
