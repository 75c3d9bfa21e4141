-- core.follow_up | critical | every promise told by the day of the last run has a state.
select f.id, f.quote
from core.follow_up f
where not exists (select 1 from quality.follow_up_state s where s.follow_up_id = f.id)
  and f.day <= (select max(as_of) from quality.follow_up_state)
