-- core.meeting_report | warning | a meeting is not told before it took place.
select id, day, first_day, anchor from core.meeting_report where first_day > day + 1
