-- core.meeting_report | warning | a meeting took place after 1900 and was told within two years.
select id, day, date from core.meeting_report where last_day < day - 730
