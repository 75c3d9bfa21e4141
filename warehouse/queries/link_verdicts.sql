-- The last word of people on each pair, unless it was undone.
select least(subject, other) as a, greatest(subject, other) as b,
    arg_max(action, (day, decision_id)) = 'link' as same
from core.review_target
where kind = $kind and action in ('link', 'split') and other is not null and undone is null
group by all;
