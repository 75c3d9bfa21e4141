-- How the state of a promise changed from run to run, up to a day.
select as_of, before, status, cause, explanation
from quality.follow_up_status
where follow_up_id = $id and as_of <= $as_of
order by as_of;
