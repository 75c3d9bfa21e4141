-- core.meeting_report | critical | a meeting ends after it begins, and its bounds agree with its date.
select id, date, end_date, first_day, last_day
from core.meeting_report
where first_day > last_day or (date is null) <> (first_day is null)
