-- Remember what was judged now: what it rests on, and until when it stands.
delete from quality.judged_input j
where not exists (select 1 from watch_settled s where s.kind = j.kind and s.subject = j.subject);
insert into quality.judged_input
select w.kind, w.subject, w.inputs, u.until, u.counted_first, u.counted_last
from watch_input w
left join $staged u on u.kind = w.kind and u.subject = w.subject
where not exists (select 1 from watch_settled s where s.kind = w.kind and s.subject = w.subject);

delete from quality.judged_day where day in (from watch_read);
insert into quality.judged_day select day, inputs from watch_day where day in (from watch_read);
