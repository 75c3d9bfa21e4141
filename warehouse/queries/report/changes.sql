-- Promises whose state a run found changed.
select follow_up_id, status, before, cause
from quality.follow_up_status
where as_of = $as_of and run_id = $run_id
order by follow_up_id;
