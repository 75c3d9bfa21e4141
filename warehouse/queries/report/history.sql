-- States of each promise as runs found them, up to a day.
select follow_up_id, as_of, status, before, cause
from quality.follow_up_status
where as_of <= $as_of
order by follow_up_id, as_of;
