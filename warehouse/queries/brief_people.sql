-- Who led each meeting, as told by a day; of those named twice the first.
select report_id, party, name, office, portfolio, role
from core.participation
where day <= $as_of and role in ('host', 'guest', 'principal')
order by report_id, position;
