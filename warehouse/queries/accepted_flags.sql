-- Flags that people accepted by a day, unless it was undone by then.
select subject, max(day) as day
from core.review_decision d
where kind = 'flag' and action = 'accept' and day <= $as_of
  and not exists (
      select 1 from core.review_decision u where u.action = 'undo' and u.subject = d.id and u.day <= $as_of
  )
group by subject;
