-- Tellings of promises known on a day; of some promises, or of all.
select * from core.follow_up_report
where day <= $as_of and ($homes is null or follow_up_id in (select unnest($homes::varchar[])));
