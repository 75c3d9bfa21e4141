-- What stands as it was judged: it rests on the same, and no day can change it.
create or replace temp table watch_settled as
select w.kind, w.subject
from watch_input w
join quality.judged_input j on j.kind = w.kind and j.subject = w.subject and j.inputs = w.inputs
where not w.restless and not $all;
