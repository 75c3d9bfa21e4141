-- Remember what everything was judged from.
delete from quality.judged_input j
where not exists (select 1 from watch_input w where w.kind = j.kind and w.subject = j.subject and w.inputs = j.inputs);
insert into quality.judged_input
select w.kind, w.subject, w.inputs from watch_input w
where not exists (select 1 from quality.judged_input j where j.kind = w.kind and j.subject = w.subject);
