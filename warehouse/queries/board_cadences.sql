-- The usual interval of the body that a telling names.
select r.id as report_id, b.cadence_days
from core.follow_up_report r
join core.body b on b.parties = r.parties and list_contains(b.names, r.body)
where b.cadence_days is not null and r.day <= $as_of
  and ($homes is null or r.follow_up_id in (select unnest($homes::varchar[])));
