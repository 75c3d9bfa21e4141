-- Flags ever raised, of what is judged anew; $all: every one.
select * from quality.flag
where $all or subject_kind not in ('meeting', 'follow_up') or subject in (select subject from watch_moved);
