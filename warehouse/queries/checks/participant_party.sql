-- core.participation | warning | who takes part represents one of the parties.
select p.id, p.name, p.party, r.parties
from core.participation p
join core.meeting_report r on r.id = p.report_id
where not list_contains(r.parties, p.party)
