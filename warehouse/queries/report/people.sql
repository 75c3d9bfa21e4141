-- Who took part in each meeting: one row a person, as the earliest report says, in the order of the reports.
select
    c.meeting_id,
    c.party,
    coalesce(c.person_id, c.name_id) as person,
    first(coalesce(n.name, c.name) order by c.day, c.report_id, c.position) as name,
    first(n.name_ar order by c.day, c.report_id, c.position) as name_ar,
    first(n.name_latin order by c.day, c.report_id, c.position) as name_latin,
    first(c.office order by c.day, c.report_id, c.position) as office,
    first(c.portfolio order by c.day, c.report_id, c.position) as portfolio,
    first(c.role order by c.day, c.report_id, c.position) as role,
    first(c.title_text order by c.day, c.report_id, c.position) as title_text,
    bool_or(c.acting) as acting,
    min(c.position) as place
from core.participation c
left join core.person n on n.id = c.person_id
where c.meeting_id is not null and c.day <= $as_of
group by c.meeting_id, c.party, coalesce(c.person_id, c.name_id)
order by c.meeting_id, place, name;
