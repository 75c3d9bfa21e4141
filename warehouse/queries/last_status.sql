-- The last state written of some promises before or on a day.
select follow_up_id, max(as_of) as as_of, arg_max(status, as_of) as status
from quality.follow_up_status
where as_of <= $as_of and follow_up_id in (select unnest($ids::varchar[]))
group by follow_up_id;
