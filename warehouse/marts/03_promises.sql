-- Promises and instruments.
create or replace view mart.follow_up as
select
    f.id,
    s.status,
    s.as_of,
    s.since,
    f.kind,
    f.window_start,
    f.window_end,
    f.modality,
    p.parties,
    f.quote,
    f.attribution,
    f.speaker,
    s.commitment,
    f.portfolio,
    f.level,
    f.body,
    f.session_no,
    f.visitor,
    f.host,
    f.place,
    f.what,
    s.slips,
    s.watch,
    s.articles,
    s.sources,
    s.alert_from,
    s.explanation,
    s.report_id,
    s.score,
    f.meeting_id,
    f.reports,
    f.witnesses,
    r.article_id,
    a.title,
    a.url
from core.follow_up f
left join quality.follow_up_state s on s.follow_up_id = f.id
left join (
    select follow_up_id, list(party order by party) as parties from core.follow_up_party group by follow_up_id
) p on p.follow_up_id = f.id
left join core.follow_up_report r on r.id = f.id
left join core.article a on a.id = r.article_id;
comment on view mart.follow_up is 'The follow-up board as of the last run: every promise with its state, words and article.';

create or replace view mart.agreement as
select
    g.id, g.type, g.status, g.legal_stage, g.date, g.title, g.number, p.parties, g.topics, s.signatories, g.meeting_id,
    g.reports, g.witnesses, g.day as first_told, g.last_day as last_told
from core.agreement g
left join (
    select agreement_id, list(party order by party) as parties from core.agreement_party group by agreement_id
) p on p.agreement_id = g.id
left join (
    select agreement_id, list(name order by name) as signatories from core.signatory group by agreement_id
) s on s.agreement_id = g.id;
comment on view mart.agreement is 'Instruments with parties and signatories; one row each.';

create or replace view mart.agreement_status as
select status, type, count(*) as agreements, sum(coalesce(number, 1))::bigint as instruments, max(last_day) as last_told
from core.agreement
group by all;
comment on view mart.agreement_status is 'How many instruments stand at each status, by kind.';
