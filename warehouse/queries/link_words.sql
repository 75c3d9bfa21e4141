-- What people said of affected reports as a whole, the last word of each kind, unless it was undone.
select subject, action, value
from core.review_target
where kind = $kind and action in ('confirm', 'dismiss', 'correct') and undone is null
    and subject in (from affected)
order by day, decision_id;
