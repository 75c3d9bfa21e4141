-- What was read of each day, as a hash; and the days of which that is something else than when it was last judged.
create or replace temp table watch_day as
select a.day, bit_xor(hash(a.id, a.source, coalesce(a.side, s.side, s.country)))::varchar as inputs
from core.article a
left join raw.source s on s.name = a.source
where a.same_as is null
group by a.day;

create or replace temp table watch_read as
select coalesce(w.day, j.day) as day
from watch_day w
full join quality.judged_day j on j.day = w.day
where w.inputs is distinct from j.inputs;
