-- The affected reports, with the meeting at which they were signed.
with own as (
    from core.agreement_report
    where rowid in (select rowid from core.agreement_report where day >= date '$since' and id in (from affected))
)
select r.*, m.meeting_id as at_meeting
from own r
left join (
    select id, day, meeting_id from core.meeting_report
    where day >= date '$since' and id in (select meeting_report_id from own)
) m on m.id = r.meeting_report_id and m.day = r.day;
