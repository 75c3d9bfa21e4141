-- Every participation names its meeting and its person; rows that do already are not touched.
update core.participation p set meeting_id = r.meeting_id
from core.meeting_report r
where r.id = p.report_id and p.meeting_id is distinct from r.meeting_id;

update core.participation p set person_id = n.person_id
from core.person_name n
where n.id = p.name_id and p.person_id is distinct from n.person_id;
