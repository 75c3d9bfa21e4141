-- What is told by a day of meetings, instruments and promises, as far as desks are concerned.
select r.id, r.meeting_id as thing, r.article_id, r.parties, p.portfolios, p.offices, p.people, r.framework as body
from core.meeting_report r
left join (
    select report_id, list(distinct portfolio) filter (portfolio is not null) as portfolios,
        list(distinct office) as offices, list(distinct name) as people
    from core.participation
    group by report_id
) p on p.report_id = r.id
where r.day <= $as_of
union all
select r.id, r.agreement_id, r.article_id, r.parties, p.portfolios, p.offices, r.signatories, r.title
from core.agreement_report r
left join (
    select report_id, list(distinct portfolio) filter (portfolio is not null) as portfolios,
        list(distinct office) as offices
    from core.participation
    group by report_id
) p on p.report_id = r.meeting_report_id
where r.day <= $as_of
union all
select id, follow_up_id, article_id, parties,
    list_filter([coalesce(portfolio, follows_track)], lambda word: word is not null),
    list_filter([coalesce(level, follows_level)], lambda word: word is not null),
    list_filter([speaker, quote], lambda word: word is not null), body
from core.follow_up_report
where day <= $as_of;
