-- The instruments among the pairs to judge, with those who led the meeting at which each was signed.
with judged as (
    from core.agreement_report where day >= date '$since' and id in (select event from fulfilment_candidate)
)
select r.* exclude (title), coalesce(r.title, a.title) as title, p.people
from judged r
join core.article a on a.day >= date '$since' and a.id = r.article_id
left join (
    select report_id, list({'party': party, 'office': office, 'portfolio': portfolio, 'role': role}) as people
    from core.participation
    where day >= date '$since' and report_id in (select meeting_report_id from judged)
    group by report_id
) p on p.report_id = r.meeting_report_id;
