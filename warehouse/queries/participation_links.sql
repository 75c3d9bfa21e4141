-- Participations in reports that were linked now name their meeting; rows that do already are not touched.
update core.participation p set meeting_id = r.meeting_id
from core.meeting_report r
where r.id in (from linked_meeting) and r.id = p.report_id and p.meeting_id is distinct from r.meeting_id;

-- Likewise their person, by spelling.
update core.participation p set person_id = n.person_id
from core.person_name n
where n.id in (from linked_person) and n.id = p.name_id and p.person_id is distinct from n.person_id;

-- Promises and instruments name the meeting that they were made at, wherever its reports belong now.
update core.follow_up f set meeting_id = k.meeting_id
from (
    select r.follow_up_id, arg_min(m.meeting_id, (r.day, r.id)) as meeting_id
    from core.follow_up_report r
    join core.meeting_report m on m.id = r.meeting_report_id
    where r.follow_up_id in (
        select follow_up_id from core.follow_up_report where meeting_report_id in (from linked_meeting)
    )
    group by r.follow_up_id
) k
where k.follow_up_id = f.id and f.meeting_id is distinct from k.meeting_id;

update core.agreement g set meeting_id = k.meeting_id
from (
    select r.agreement_id, arg_min(m.meeting_id, (r.day, r.id)) as meeting_id
    from core.agreement_report r
    join core.meeting_report m on m.id = r.meeting_report_id
    where r.agreement_id in (
        select agreement_id from core.agreement_report where meeting_report_id in (from linked_meeting)
    )
    group by r.agreement_id
) k
where k.agreement_id = g.id and g.meeting_id is distinct from k.meeting_id;
