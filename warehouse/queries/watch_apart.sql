-- What stands as it was judged: it rests on the same, its day has not come, and of the days that it counts nothing else
-- was read.
create or replace temp table watch_settled as
select w.kind, w.subject
from watch_input w
join quality.judged_input j on j.kind = w.kind and j.subject = w.subject and j.inputs = w.inputs
where not $all and not w.restless and (j.until is null or j.until > $as_of)
  and not exists (select 1 from watch_read r where r.day between j.counted_first and j.counted_last);
