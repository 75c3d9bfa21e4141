-- The meeting that each report of a meeting tells of.
select id, meeting_id from core.meeting_report where meeting_id is not null;
