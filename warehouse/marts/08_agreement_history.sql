-- How instruments came along, step by step, each with the sentence that tells of it.
create or replace view mart.agreement_history as
select
    s.agreement_id,
    g.title,
    g.type,
    p.parties,
    s.step,
    s.status,
    s.legal_stage,
    s.date,
    s.first_told,
    s.last_told,
    s.meeting_id,
    m.city,
    s.signatories,
    s.reports,
    s.witnesses,
    s.report_id,
    r.anchor as quote,
    r.article_id,
    a.source,
    a.url
from core.agreement_step s
join core.agreement g on g.id = s.agreement_id
left join (
    select agreement_id, list(party order by party) as parties from core.agreement_party group by agreement_id
) p on p.agreement_id = s.agreement_id
left join core.meeting m on m.id = s.meeting_id
left join core.agreement_report r on r.id = s.report_id
left join core.article a on a.id = r.article_id;
comment on view mart.agreement_history is 'Every step that an instrument took, with its day, meeting, signatories and words; order by agreement_id, step.';
comment on column mart.agreement_history.agreement_id is 'Instrument.';
comment on column mart.agreement_history.title is 'Noun phrase that names the instrument; null: none.';
comment on column mart.agreement_history.type is 'Kind of instrument.';
comment on column mart.agreement_history.parties is 'Codes of the parties, sorted.';
comment on column mart.agreement_history.step is 'Number of the step, from 1.';
comment on column mart.agreement_history.status is 'How far the instrument came with it.';
comment on column mart.agreement_history.legal_stage is 'Legal step; null: none is told.';
comment on column mart.agreement_history.date is 'Day of the step, or its month; null: not told, it was taken on first_told at the latest.';
comment on column mart.agreement_history.first_told is 'Day of the earliest report of the step.';
comment on column mart.agreement_history.last_told is 'Day of the latest report of the step.';
comment on column mart.agreement_history.meeting_id is 'Meeting at which it was taken; null: not told.';
comment on column mart.agreement_history.city is 'City of that meeting in English; null: no meeting, or not told.';
comment on column mart.agreement_history.signatories is 'Names of those who signed, as printed; empty: nobody is named.';
comment on column mart.agreement_history.reports is 'Reports of the step.';
comment on column mart.agreement_history.witnesses is 'Origins that tell of the step.';
comment on column mart.agreement_history.report_id is 'Report that tells of the step first.';
comment on column mart.agreement_history.quote is 'The sentence of that report, as published.';
comment on column mart.agreement_history.article_id is 'Article of that report.';
comment on column mart.agreement_history.source is 'Source of that article.';
comment on column mart.agreement_history.url is 'Address of that article; null: none.';
