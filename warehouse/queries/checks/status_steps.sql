-- quality.follow_up_status | critical | a change of state begins where the one before it ended.
select follow_up_id, as_of, before, status
from (
    select *, lag(status) over (partition by follow_up_id order by as_of) as last_status
    from quality.follow_up_status
)
where last_status is not null and before is distinct from last_status
