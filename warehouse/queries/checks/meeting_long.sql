-- core.meeting_report | warning | an occasion lasts no longer than two weeks.
select id, date, end_date from core.meeting_report where end_date is not null and last_day > first_day + 14
