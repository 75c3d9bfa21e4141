-- What must be judged anew.
select kind, subject from watch_input w
where not exists (select 1 from watch_settled s where s.kind = w.kind and s.subject = w.subject)
order by kind, subject;
