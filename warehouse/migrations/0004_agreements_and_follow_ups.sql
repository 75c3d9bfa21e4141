-- Instruments, promises, what may fulfil them; background, figures and marks in the text.

create schema if not exists core;

create table core.agreement_report (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    agreement_id VARCHAR,
    meeting_report_id VARCHAR,
    anchor VARCHAR,
    type VARCHAR,
    status VARCHAR,
    date VARCHAR,
    parties VARCHAR[],
    topics VARCHAR[],
    title VARCHAR,
    signatories VARCHAR[],
    number INTEGER,
    legal_stage VARCHAR,
    witness VARCHAR,
    side VARCHAR
);
comment on table core.agreement_report is 'One article''s account of one instrument. Key: id.';
comment on column core.agreement_report.id is 'Report id: article, kind, anchor sentence, n-th of it.';
comment on column core.agreement_report.day is 'Effective day of the article.';
comment on column core.agreement_report.article_id is 'Article. Refers to core.article.id.';
comment on column core.agreement_report.version is 'Wording that it was read from.';
comment on column core.agreement_report.position is 'Index in the article''s record.';
comment on column core.agreement_report.agreement_id is 'Instrument; null: not linked yet. Refers to core.agreement.id.';
comment on column core.agreement_report.meeting_report_id is 'Report of the meeting at which it was signed; null: none. Refers to core.meeting_report.id.';
comment on column core.agreement_report.anchor is 'Sentence that tells of it, as published; empty: none found.';
comment on column core.agreement_report.type is 'Kind of instrument. One of AgreementType.';
comment on column core.agreement_report.status is 'How far it has come. One of AgreementStatus.';
comment on column core.agreement_report.date is 'Day of signature or decision; null: not told.';
comment on column core.agreement_report.parties is 'Codes of the parties, sorted.';
comment on column core.agreement_report.topics is 'What it covers. One of Topic.';
comment on column core.agreement_report.title is 'Noun phrase that names it; null: none.';
comment on column core.agreement_report.signatories is 'Names of those who signed.';
comment on column core.agreement_report.number is 'How many instruments stand under this entry; null: one.';
comment on column core.agreement_report.legal_stage is 'Legal step told; null: none. One of LegalStage.';
comment on column core.agreement_report.witness is 'Who tells it.';
comment on column core.agreement_report.side is 'Whose official voice the witness is; null: a third party.';

create table core.agreement (
    id VARCHAR,
    day DATE,
    type VARCHAR,
    status VARCHAR,
    date VARCHAR,
    title VARCHAR,
    number INTEGER,
    legal_stage VARCHAR,
    meeting_id VARCHAR,
    topics VARCHAR[],
    reports INTEGER,
    witnesses INTEGER,
    last_day DATE
);
comment on table core.agreement is 'Instruments: one row each, with the furthest status told. Key: id.';
comment on column core.agreement.id is 'Id of its report that was published first.';
comment on column core.agreement.day is 'Day of the earliest report.';
comment on column core.agreement.type is 'Kind of instrument. One of AgreementType.';
comment on column core.agreement.status is 'Latest status told. One of AgreementStatus.';
comment on column core.agreement.date is 'Day of signature or decision; null: not told.';
comment on column core.agreement.title is 'Noun phrase that names it; null: none.';
comment on column core.agreement.number is 'How many instruments stand under this entry; null: one.';
comment on column core.agreement.legal_stage is 'Latest legal step told; null: none. One of LegalStage.';
comment on column core.agreement.meeting_id is 'Meeting at which it was signed; null: not told. Refers to core.meeting.id.';
comment on column core.agreement.topics is 'What it covers. One of Topic.';
comment on column core.agreement.reports is 'Reports of it.';
comment on column core.agreement.witnesses is 'Origins that tell of it.';
comment on column core.agreement.last_day is 'Day of the latest report.';

create table core.agreement_party (
    agreement_id VARCHAR,
    day DATE,
    party VARCHAR
);
comment on table core.agreement_party is 'Parties of instruments. Key: agreement_id, party.';
comment on column core.agreement_party.agreement_id is 'Instrument. Refers to core.agreement.id.';
comment on column core.agreement_party.day is 'Day of the earliest report.';
comment on column core.agreement_party.party is 'ISO code or organisation code.';

create table core.signatory (
    agreement_id VARCHAR,
    day DATE,
    name VARCHAR,
    person_id VARCHAR
);
comment on table core.signatory is 'Who signed. Key: agreement_id, name.';
comment on column core.signatory.agreement_id is 'Instrument. Refers to core.agreement.id.';
comment on column core.signatory.day is 'Day of the earliest report.';
comment on column core.signatory.name is 'Name as printed.';
comment on column core.signatory.person_id is 'Person; null: not known by that name. Refers to core.person.id.';

create table core.follow_up_report (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    follow_up_id VARCHAR,
    meeting_report_id VARCHAR,
    anchor VARCHAR,
    quote VARCHAR,
    kind VARCHAR,
    window_start DATE,
    window_end DATE,
    modality VARCHAR,
    parties VARCHAR[],
    attribution VARCHAR,
    speaker VARCHAR,
    portfolio VARCHAR,
    level VARCHAR,
    body VARCHAR,
    session_no INTEGER,
    visitor VARCHAR,
    host VARCHAR,
    place VARCHAR,
    what VARCHAR,
    follows_first DATE,
    follows_last DATE,
    source VARCHAR,
    witness VARCHAR,
    side VARCHAR
);
comment on table core.follow_up_report is 'One article''s account of one promise. Key: id.';
comment on column core.follow_up_report.id is 'Report id: article, kind, anchor sentence, n-th of it.';
comment on column core.follow_up_report.day is 'Effective day of the article.';
comment on column core.follow_up_report.article_id is 'Article. Refers to core.article.id.';
comment on column core.follow_up_report.version is 'Wording that it was read from.';
comment on column core.follow_up_report.position is 'Index in the article''s record.';
comment on column core.follow_up_report.follow_up_id is 'Promise; null: not linked yet. Refers to core.follow_up.id.';
comment on column core.follow_up_report.meeting_report_id is 'Report of the meeting that it follows; null: none. Refers to core.meeting_report.id.';
comment on column core.follow_up_report.anchor is 'Sentence of the promise, as published; empty: none found.';
comment on column core.follow_up_report.quote is 'Words of the promise, as published.';
comment on column core.follow_up_report.kind is 'What is to come. One of FollowUpKind.';
comment on column core.follow_up_report.window_start is 'First day of the window; null: no time given.';
comment on column core.follow_up_report.window_end is 'Last day of the window; null: no time given.';
comment on column core.follow_up_report.modality is 'How firmly it is announced. One of Modality.';
comment on column core.follow_up_report.parties is 'Codes of the parties, sorted.';
comment on column core.follow_up_report.attribution is 'Whose word it is; null: entered by hand. One of Attribution.';
comment on column core.follow_up_report.speaker is 'Who says so; null: nobody named.';
comment on column core.follow_up_report.portfolio is 'Institutional track; null: not told. One of Portfolio.';
comment on column core.follow_up_report.level is 'Office that is to meet or travel; null: not told. One of Office.';
comment on column core.follow_up_report.body is 'Committee or council by name; null: none.';
comment on column core.follow_up_report.session_no is 'Session promised; null: not told.';
comment on column core.follow_up_report.visitor is 'Party that travels; null: no visit, or not told.';
comment on column core.follow_up_report.host is 'Party that receives; null: not told.';
comment on column core.follow_up_report.place is 'Where; null: not told.';
comment on column core.follow_up_report.what is 'Noun phrase of the event; null: none.';
comment on column core.follow_up_report.follows_first is 'First day of the meeting that it follows; null: none, or undated.';
comment on column core.follow_up_report.follows_last is 'Last day of the meeting that it follows; null: none, or undated.';
comment on column core.follow_up_report.source is 'Source of the article.';
comment on column core.follow_up_report.witness is 'Who tells it.';
comment on column core.follow_up_report.side is 'Whose official voice the witness is; null: a third party.';

create table core.follow_up (
    id VARCHAR,
    day DATE,
    kind VARCHAR,
    window_start DATE,
    window_end DATE,
    modality VARCHAR,
    attribution VARCHAR,
    speaker VARCHAR,
    portfolio VARCHAR,
    level VARCHAR,
    body VARCHAR,
    session_no INTEGER,
    visitor VARCHAR,
    host VARCHAR,
    place VARCHAR,
    what VARCHAR,
    quote VARCHAR,
    meeting_id VARCHAR,
    slips INTEGER,
    reports INTEGER,
    witnesses INTEGER,
    last_day DATE
);
comment on table core.follow_up is 'Promises: one row each, with the values that govern after the latest report. Key: id.';
comment on column core.follow_up.id is 'Id of its report that was published first.';
comment on column core.follow_up.day is 'Day of the earliest report.';
comment on column core.follow_up.kind is 'What is to come. One of FollowUpKind.';
comment on column core.follow_up.window_start is 'First day of the governing window; null: no time given.';
comment on column core.follow_up.window_end is 'Last day of the governing window; null: no time given.';
comment on column core.follow_up.modality is 'How firmly it was last announced. One of Modality.';
comment on column core.follow_up.attribution is 'Whose word it is; null: entered by hand. One of Attribution.';
comment on column core.follow_up.speaker is 'Who says so; null: nobody named.';
comment on column core.follow_up.portfolio is 'Institutional track; null: not told. One of Portfolio.';
comment on column core.follow_up.level is 'Office that is to meet or travel; null: not told. One of Office.';
comment on column core.follow_up.body is 'Committee or council by name; null: none.';
comment on column core.follow_up.session_no is 'Session promised; null: not told.';
comment on column core.follow_up.visitor is 'Party that travels; null: no visit, or not told.';
comment on column core.follow_up.host is 'Party that receives; null: not told.';
comment on column core.follow_up.place is 'Where; null: not told.';
comment on column core.follow_up.what is 'Noun phrase of the event; null: none.';
comment on column core.follow_up.quote is 'Words of the latest telling, as published.';
comment on column core.follow_up.meeting_id is 'Meeting that it follows; null: none. Refers to core.meeting.id.';
comment on column core.follow_up.slips is 'How often a later statement moved it to a later date.';
comment on column core.follow_up.reports is 'Reports of it.';
comment on column core.follow_up.witnesses is 'Origins that tell of it.';
comment on column core.follow_up.last_day is 'Day of the latest report.';

create table core.follow_up_party (
    follow_up_id VARCHAR,
    day DATE,
    party VARCHAR
);
comment on table core.follow_up_party is 'Parties of promises. Key: follow_up_id, party.';
comment on column core.follow_up_party.follow_up_id is 'Promise. Refers to core.follow_up.id.';
comment on column core.follow_up_party.day is 'Day of the earliest report.';
comment on column core.follow_up_party.party is 'ISO code or organisation code.';

create table core.fulfilment (
    promise_report_id VARCHAR,
    report_id VARCHAR,
    report_kind VARCHAR,
    day DATE,
    event_first DATE,
    event_last DATE,
    score DOUBLE,
    decision VARCHAR,
    level_change VARCHAR,
    reasons VARCHAR[]
);
comment on table core.fulfilment is 'Reports that may fulfil a promise, each judged against one telling of it. Key: promise_report_id, report_id.';
comment on column core.fulfilment.promise_report_id is 'Telling of the promise. Refers to core.follow_up_report.id.';
comment on column core.fulfilment.report_id is 'Report of the event.';
comment on column core.fulfilment.report_kind is 'meeting, agreement or prior_event.';
comment on column core.fulfilment.day is 'Effective day of the report.';
comment on column core.fulfilment.event_first is 'First day of the event; null: undated.';
comment on column core.fulfilment.event_last is 'Last day of the event; null: undated.';
comment on column core.fulfilment.score is 'How well it fits, 0 to 1.';
comment on column core.fulfilment.decision is 'fulfils, review or no.';
comment on column core.fulfilment.level_change is 'up, same or down against the office promised; null: not known.';
comment on column core.fulfilment.reasons is 'What spoke for and against.';

create table core.prior_event (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    quote VARCHAR,
    parties VARCHAR[],
    window_start DATE,
    window_end DATE,
    body VARCHAR,
    session_no INTEGER,
    judged BOOLEAN
);
comment on table core.prior_event is 'Earlier meetings and sessions named as background. Key: id.';
comment on column core.prior_event.id is 'Article, quote and position.';
comment on column core.prior_event.day is 'Effective day of the article.';
comment on column core.prior_event.article_id is 'Article. Refers to core.article.id.';
comment on column core.prior_event.version is 'Wording that it was read from.';
comment on column core.prior_event.position is 'Index in the article''s record.';
comment on column core.prior_event.quote is 'The words.';
comment on column core.prior_event.parties is 'Codes of the parties, sorted.';
comment on column core.prior_event.window_start is 'First day; null: no time given.';
comment on column core.prior_event.window_end is 'Last day; null: no time given.';
comment on column core.prior_event.body is 'Body by name; null: none.';
comment on column core.prior_event.session_no is 'Session; null: not told.';
comment on column core.prior_event.judged is 'Compared with the promises that it may bear witness to; null: not yet.';

create table core.claim (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    kind VARCHAR,
    parties VARCHAR[],
    year INTEGER,
    value DOUBLE,
    unit VARCHAR,
    bound VARCHAR,
    quote VARCHAR
);
comment on table core.claim is 'Figures and facts on a relation. Key: id.';
comment on column core.claim.id is 'Article, kind, quote and position.';
comment on column core.claim.day is 'Effective day of the article.';
comment on column core.claim.article_id is 'Article. Refers to core.article.id.';
comment on column core.claim.version is 'Wording that it was read from.';
comment on column core.claim.position is 'Index in the article''s record.';
comment on column core.claim.kind is 'What is counted. One of ClaimKind.';
comment on column core.claim.parties is 'Codes of the parties, sorted.';
comment on column core.claim.year is 'Year that the figure is of; null: not told.';
comment on column core.claim.value is 'The figure; null: none given.';
comment on column core.claim.unit is 'Currency or what is counted; null: a bare number.';
comment on column core.claim.bound is 'How the words bound it. One of Bound.';
comment on column core.claim.quote is 'The words.';

create table core.signal (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    code VARCHAR,
    quote VARCHAR,
    detail VARCHAR
);
comment on table core.signal is 'What a careful reader would mark in an article. Key: id.';
comment on column core.signal.id is 'Article, code, quote and position.';
comment on column core.signal.day is 'Effective day of the article.';
comment on column core.signal.article_id is 'Article. Refers to core.article.id.';
comment on column core.signal.version is 'Wording that it was read from.';
comment on column core.signal.position is 'Index in the article''s record.';
comment on column core.signal.code is 'What it is. One of SignalCode.';
comment on column core.signal.quote is 'The words.';
comment on column core.signal.detail is 'What it means.';
