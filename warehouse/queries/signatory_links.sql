-- Who the signatories are, where a person of one of the parties was printed by that name, and one only.
update core.signatory s set person_id = k.person_id
from (
    select g.agreement_id, g.name, any_value(n.person_id) as person_id
    from core.signatory g
    join core.agreement_party p on p.agreement_id = g.agreement_id
    join core.person_name n on n.party = p.party and n.name = g.name
    group by g.agreement_id, g.name
    having count(distinct n.person_id) = 1
) k
where k.agreement_id = s.agreement_id and k.name = s.name and s.person_id is distinct from k.person_id;
