-- core.follow_up_report | warning | a promise is not of the past when it is told.
select id, day, window_end, quote
from core.follow_up_report
where window_end < day - 1 and modality not in ('postponed', 'cancelled')
