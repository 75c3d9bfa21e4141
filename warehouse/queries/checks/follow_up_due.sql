-- quality.follow_up_state | info | no promise is due.
select s.follow_up_id, f.quote, s.window_start, s.window_end, s.explanation
from quality.follow_up_state s
join core.follow_up f on f.id = s.follow_up_id
where s.status = 'due'
