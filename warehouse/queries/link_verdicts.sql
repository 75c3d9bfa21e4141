-- The last word of people on each pair, unless it was undone.
select least(subject, other) as a, greatest(subject, other) as b, arg_max(action, (day, id)) = 'link' as same
from core.review_decision d
where kind = $kind and action in ('link', 'split') and other is not null
  and not exists (select 1 from core.review_decision u where u.action = 'undo' and u.subject = d.id)
group by all;
