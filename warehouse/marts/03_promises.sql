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
comment on column mart.follow_up.status is 'How it stands; null: not judged yet.';
comment on column mart.follow_up.as_of is 'Day as of which it was judged; null: not judged yet.';
comment on column mart.follow_up.since is 'First day of that state; null: not judged yet.';
comment on column mart.follow_up.parties is 'Codes of the parties, sorted.';
comment on column mart.follow_up.commitment is 'Somebody bound by it says so, and not the outlet alone; null: not judged yet.';
comment on column mart.follow_up.watch is 'Whether a report could have been seen; null: its window has not passed.';
comment on column mart.follow_up.articles is 'Articles read in its window; null: it has not passed.';
comment on column mart.follow_up.sources is 'Healthy sources that these came from; null: it has not passed.';
comment on column mart.follow_up.alert_from is 'First day on which it asks for attention; null: it does not.';
comment on column mart.follow_up.explanation is 'Why it stands so, in a sentence; null: not judged yet.';
comment on column mart.follow_up.report_id is 'Report of the event that fulfils it; null: none.';
comment on column mart.follow_up.score is 'How well that event fits, 0 to 1; null: none fulfils it.';
comment on column mart.follow_up.article_id is 'Article that told it first; null: it was read no longer.';
comment on column mart.follow_up.title is 'Headline of that article; null: none.';
comment on column mart.follow_up.url is 'Address of that article; null: none.';

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
comment on column mart.agreement.parties is 'Codes of the parties, sorted.';
comment on column mart.agreement.signatories is 'Names of those who signed; null: nobody is named.';
comment on column mart.agreement.first_told is 'Day of the earliest report.';
comment on column mart.agreement.last_told is 'Day of the latest report.';

create or replace view mart.agreement_status as
select status, type, count(*) as agreements, sum(coalesce(number, 1))::bigint as instruments, max(last_day) as last_told
from core.agreement
group by all;
comment on view mart.agreement_status is 'How many instruments stand at each status, by kind.';
comment on column mart.agreement_status.status is 'How far instruments have come.';
comment on column mart.agreement_status.type is 'Kind of instrument.';
comment on column mart.agreement_status.agreements is 'Entries at that status.';
comment on column mart.agreement_status.instruments is 'Instruments under these entries, as far as they are counted.';
comment on column mart.agreement_status.last_told is 'Day of the latest report of any.';
