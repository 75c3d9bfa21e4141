-- The affected tellings, with the meeting that they follow.
select r.*, m.meeting_id as follows_meeting
from core.follow_up_report r
left join core.meeting_report m on m.id = r.meeting_report_id and m.day = r.day
where r.day >= date '$since' and r.id in (from affected);
