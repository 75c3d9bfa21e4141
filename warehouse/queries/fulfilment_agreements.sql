-- The instruments among the pairs to judge, with those who led the meeting at which each was signed.
select r.* exclude (title), coalesce(r.title, a.title) as title, p.people
from core.agreement_report r
join core.article a on a.id = r.article_id
left join (
    select report_id, list({'party': party, 'office': office, 'portfolio': portfolio, 'role': role}) as people
    from core.participation
    group by report_id
) p on p.report_id = r.meeting_report_id
where r.id in (select event from fulfilment_candidate);
