-- Instruments known on a day, the latest told first, each with its reports in order.
select
    g.id, g.type, g.status, g.legal_stage, g.date, g.title, g.number, coalesce(g.parties, []) as parties,
    coalesce(g.topics, []) as topics, coalesce(g.signatories, []) as signatories, g.meeting_id, g.witnesses,
    g.first_told, g.last_told, coalesce(r.reports, []) as reports
from mart.agreement g
left join (
    select agreement_id,
        list({'day': day, 'status': status, 'article_id': article_id, 'anchor': anchor} order by day, id) as reports
    from core.agreement_report
    where day <= $as_of
    group by agreement_id
) r on r.agreement_id = g.id
where g.first_told <= $as_of
order by g.last_told desc, g.id;
