-- What each report belongs to.
select id, day, meeting_id as home from core.meeting_report where meeting_id is not null order by day, id;
