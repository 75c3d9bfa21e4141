-- The affected reports, with the meeting at which they were signed.
select r.*, m.meeting_id as at_meeting
from (from core.agreement_report where day >= date '$since' and id in (from affected)) r
left join (
    select id, day, meeting_id from core.meeting_report
    where day >= date '$since' and id in (
        select meeting_report_id from core.agreement_report where day >= date '$since' and id in (from affected)
    )
) m on m.id = r.meeting_report_id and m.day = r.day;
