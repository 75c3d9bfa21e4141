-- Flags ever raised, of what is judged anew.
select f.* from quality.flag f
where not exists (select 1 from watch_settled s where s.kind = f.subject_kind and s.subject = f.subject);
