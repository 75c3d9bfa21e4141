-- The affected tellings, with the meeting that they follow. Few of a large table are picked by number, so that the rest
-- of its columns is not read.
with own as (
    from core.follow_up_report
    where rowid in (select rowid from core.follow_up_report where day >= date '$since' and id in (from affected))
)
select r.*, m.meeting_id as follows_meeting
from own r
left join (
    select id, day, meeting_id from core.meeting_report
    where day >= date '$since' and id in (select meeting_report_id from own)
) m on m.id = r.meeting_report_id and m.day = r.day;
