-- What people had decided about promises by a day, unless it was undone by then.
select id, day, action, subject, other, value
from core.review_decision d
where kind = 'follow_up' and day <= $as_of and action in ('confirm', 'dismiss', 'snooze', 'link', 'unlink')
  and not exists (
      select 1 from core.review_decision u where u.action = 'undo' and u.subject = d.id and u.day <= $as_of
  );
