-- The days that reports which wait may tell of: first and last; null: none waits.
select min(coalesce(first_day, day - 10) - 1) as first, max(coalesce(last_day, day) + 1) as last
from core.meeting_report
where day >= date '$since' and id in (from waiting);
