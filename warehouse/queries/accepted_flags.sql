-- Flags that people accepted by a day, unless it was undone by then.
select subject, max(day) as day
from core.review_target
where kind = 'flag' and action = 'accept' and day <= $as_of and (undone is null or undone > $as_of)
group by subject;
