-- core.follow_up_report | critical | a window begins before it ends, and has both ends or none.
select id, window_start, window_end
from core.follow_up_report
where window_start > window_end or (window_start is null) <> (window_end is null)
