-- The last word of people on each pair by a day, unless it was undone by then.
select least(subject, other) as a, greatest(subject, other) as b,
    arg_max(action, (day, decision_id)) = 'link' as same
from core.review_target
where kind = $kind and action in ('link', 'split') and other is not null and day <= $as_of
  and (undone is null or undone > $as_of)
group by all;
