-- The day of the last run that ended well and judged by an earlier day.
select max(as_of) as day
from quality.run
where finished_at is not null and status = 'done' and as_of < $as_of;
