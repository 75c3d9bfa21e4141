-- core.follow_up_report | warning | a window lies within ten years of the telling.
select id, day, window_start, window_end
from core.follow_up_report
where window_end > day + 3660
