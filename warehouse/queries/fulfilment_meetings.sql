-- The meetings among the pairs to judge, with their participants.
select r.*, p.people, a.title
from core.meeting_report r
join core.article a on a.day >= date '$since' and a.id = r.article_id
left join (
    select report_id,
        list({'name': name, 'party': party, 'office': office, 'portfolio': portfolio, 'role': role} order by position)
            as people
    from core.participation
    where day >= date '$since' and report_id in (select event from fulfilment_candidate)
    group by report_id
) p on p.report_id = r.id
where r.day >= date '$since' and r.id in (select event from fulfilment_candidate);
