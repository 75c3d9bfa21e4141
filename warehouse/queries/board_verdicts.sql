-- What people had decided about promises by a day, unless it was undone by then.
select decision_id as id, day, action, subject, other, value
from core.review_target
where kind = 'follow_up' and day <= $as_of and action in ('confirm', 'dismiss', 'snooze', 'link', 'unlink')
  and (undone is null or undone > $as_of);
