-- The affected reports, with their participants.
select r.*, p.people
from core.meeting_report r
left join (
    select report_id,
        list({'name': name, 'party': party, 'office': office, 'portfolio': portfolio, 'role': role} order by position)
            as people
    from core.participation
    where day >= date '$since' and report_id in (from affected)
    group by report_id
) p on p.report_id = r.id
where r.day >= date '$since' and r.id in (from affected);
