-- The affected spellings, with the offices under which each was printed.
select n.*, h.held
from core.person_name n
join (
    select name_id, list(distinct {'office': office, 'portfolio': portfolio}) as held
    from core.participation
    where name_id in (from affected)
    group by name_id
) h on h.name_id = n.id
where n.id in (from affected);
