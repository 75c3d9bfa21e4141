-- Participations in reports that were linked now name their meeting; rows that do already are not touched.
update core.participation p set meeting_id = r.meeting_id
from core.meeting_report r
where r.day >= date '$since' and p.day >= date '$since'
  and r.id in (from linked_meeting) and r.id = p.report_id and p.meeting_id is distinct from r.meeting_id;

-- Those that waited name their person, by spelling; the others do where their spelling is another person's now.
update core.participation p set person_id = n.person_id
from core.person_name n
where p.person_id is null and p.day >= date '$named' and n.id = p.name_id;

create or replace temp table moved_name as
select n.id, n.person_id
from core.person_name n
join former_person f on f.id = n.id
where f.person_id is distinct from n.person_id;
update core.participation p set person_id = m.person_id
from moved_name m
where m.id = p.name_id and p.person_id is distinct from m.person_id;

-- Promises and instruments name the meeting that they were made at, wherever its reports belong now.
update core.follow_up f set meeting_id = k.meeting_id
from (
    select r.follow_up_id, arg_min(m.meeting_id, (r.day, r.id)) as meeting_id
    from core.follow_up_report r
    join core.meeting_report m on m.id = r.meeting_report_id and m.day = r.day
    where r.follow_up_id in (
        select follow_up_id from core.follow_up_report
        where day >= date '$since' and meeting_report_id in (from linked_meeting)
    )
    group by r.follow_up_id
) k
where k.follow_up_id = f.id and f.meeting_id is distinct from k.meeting_id;

update core.agreement g set meeting_id = k.meeting_id
from (
    select r.agreement_id, arg_min(m.meeting_id, (r.day, r.id)) as meeting_id
    from core.agreement_report r
    join core.meeting_report m on m.id = r.meeting_report_id and m.day = r.day
    where r.agreement_id in (
        select agreement_id from core.agreement_report
        where day >= date '$since' and meeting_report_id in (from linked_meeting)
    )
    group by r.agreement_id
) k
where k.agreement_id = g.id and g.meeting_id is distinct from k.meeting_id;
