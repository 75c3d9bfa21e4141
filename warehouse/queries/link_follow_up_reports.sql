-- The affected tellings, with the meeting that they follow.
select r.*, m.meeting_id as follows_meeting
from (from core.follow_up_report where day >= date '$since' and id in (from affected)) r
left join (
    select id, day, meeting_id from core.meeting_report
    where day >= date '$since' and id in (
        select meeting_report_id from core.follow_up_report where day >= date '$since' and id in (from affected)
    )
) m on m.id = r.meeting_report_id and m.day = r.day;
