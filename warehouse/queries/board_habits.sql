-- How often the parties of each telling that says little met in the year before it, as known on a day.
select t.id, count(distinct m.meeting_id)::integer as met
from core.follow_up_report t
join (
    select *, unnest(parties) as party from core.meeting_report
    where meeting_id is not null and first_day is not null and day <= $as_of
) m on m.party = t.parties[1] and m.first_day between t.day - 365 and t.day - 1 and list_has_all(m.parties, t.parties)
where t.day <= $as_of and ($homes is null or t.follow_up_id in (select unnest($homes::varchar[])))
  and t.kind = 'meeting' and coalesce(t.portfolio, t.level, t.body, t.place, t.session_no::varchar) is null
group by t.id;
