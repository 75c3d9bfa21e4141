-- Remember what was judged now: what it rests on, and until when it stands.
delete from quality.judged_input j
where exists (select 1 from watch_moved m where m.kind = j.kind and m.subject = j.subject);
insert into quality.judged_input
select m.kind, m.subject, m.inputs, u.until, u.counted_first, u.counted_last
from watch_moved m
left join $staged u on u.kind = m.kind and u.subject = m.subject
where m.inputs is not null;

delete from quality.judged_day where day in (from watch_read);
insert into quality.judged_day select day, inputs from watch_day where day in (from watch_read);
