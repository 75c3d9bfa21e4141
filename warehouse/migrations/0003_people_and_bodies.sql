-- Officials under all their spellings, institutions, bodies; what was compared and what people decided.

create schema if not exists core;

create table core.participation (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    report_id VARCHAR,
    meeting_id VARCHAR,
    name_id VARCHAR,
    person_id VARCHAR,
    position INTEGER,
    name VARCHAR,
    party VARCHAR,
    office VARCHAR,
    portfolio VARCHAR,
    role VARCHAR,
    title_text VARCHAR,
    institution VARCHAR,
    posting VARCHAR,
    acting BOOLEAN
);
comment on table core.participation is 'Officials named in each report of a meeting. Key: id.';
comment on column core.participation.id is 'Report and position.';
comment on column core.participation.day is 'Effective day of the article.';
comment on column core.participation.article_id is 'Article. Refers to core.article.id.';
comment on column core.participation.report_id is 'Report. Refers to core.meeting_report.id.';
comment on column core.participation.meeting_id is 'Meeting; null: not linked yet. Refers to core.meeting.id.';
comment on column core.participation.name_id is 'Spelling. Refers to core.person_name.id.';
comment on column core.participation.person_id is 'Person; null: not linked yet. Refers to core.person.id.';
comment on column core.participation.position is 'Order in the report.';
comment on column core.participation.name is 'Name as printed.';
comment on column core.participation.party is 'State or organisation represented.';
comment on column core.participation.office is 'Function. One of Office.';
comment on column core.participation.portfolio is 'Field of a minister; null: none. One of Portfolio.';
comment on column core.participation.role is 'Part taken. One of Role.';
comment on column core.participation.title_text is 'Office as printed; null: none is.';
comment on column core.participation.institution is 'Ministry or body as printed; null: none is.';
comment on column core.participation.posting is 'Where an ambassador is accredited; null: not told.';
comment on column core.participation.acting is 'Acting in the office.';

create table core.person (
    id VARCHAR,
    day DATE,
    name VARCHAR,
    name_ar VARCHAR,
    name_latin VARCHAR,
    party VARCHAR,
    last_day DATE,
    names INTEGER
);
comment on table core.person is 'People: one row each, under all their spellings. Key: id.';
comment on column core.person.id is 'Id of the earliest of the spellings.';
comment on column core.person.day is 'Day of the earliest report.';
comment on column core.person.name is 'The fullest spelling most often printed.';
comment on column core.person.name_ar is 'Likewise in Arabic letters; null: never printed in them.';
comment on column core.person.name_latin is 'Likewise in Latin letters; null: never printed in them.';
comment on column core.person.party is 'State or organisation represented.';
comment on column core.person.last_day is 'Day of the latest report.';
comment on column core.person.names is 'Spellings known.';

create table core.person_name (
    id VARCHAR,
    day DATE,
    person_id VARCHAR,
    party VARCHAR,
    name VARCHAR,
    normal VARCHAR,
    script VARCHAR,
    keys VARCHAR[],
    source VARCHAR,
    printed INTEGER,
    offices VARCHAR[],
    portfolios VARCHAR[],
    last_day DATE
);
comment on table core.person_name is 'Spellings of names. Key: id.';
comment on column core.person_name.id is 'Party and normalised name.';
comment on column core.person_name.day is 'Day of the earliest report.';
comment on column core.person_name.person_id is 'Person; null: not linked yet. Refers to core.person.id.';
comment on column core.person_name.party is 'State or organisation represented.';
comment on column core.person_name.name is 'The spelling as first printed.';
comment on column core.person_name.normal is 'Its normal form.';
comment on column core.person_name.script is 'arabic, latin or other.';
comment on column core.person_name.keys is 'Sound keys of its parts, the same in both scripts.';
comment on column core.person_name.source is 'Source that printed it first.';
comment on column core.person_name.printed is 'How often it was printed.';
comment on column core.person_name.offices is 'Offices under which it was printed. One of Office.';
comment on column core.person_name.portfolios is 'Portfolios under which it was printed. One of Portfolio.';
comment on column core.person_name.last_day is 'Day of the latest report.';

create table core.institution (
    id VARCHAR,
    day DATE,
    party VARCHAR,
    portfolio VARCHAR,
    name VARCHAR,
    last_day DATE
);
comment on table core.institution is 'Ministries and other institutions that officials represent. Key: id.';
comment on column core.institution.id is 'Party and portfolio, else party and name.';
comment on column core.institution.day is 'Day of the earliest report.';
comment on column core.institution.party is 'State or organisation that it belongs to.';
comment on column core.institution.portfolio is 'Its field; null: no ministry. One of Portfolio.';
comment on column core.institution.name is 'Name as first printed; null: only the office was printed.';
comment on column core.institution.last_day is 'Day of the latest report.';

create table core.organisation (
    id VARCHAR,
    day DATE,
    code VARCHAR,
    name VARCHAR,
    last_day DATE
);
comment on table core.organisation is 'International organisations by name. Key: id.';
comment on column core.organisation.id is 'Code, or ORG with the normalised name.';
comment on column core.organisation.day is 'Day of the earliest report.';
comment on column core.organisation.code is 'Code; ORG where it has none of its own.';
comment on column core.organisation.name is 'Name as first printed; null: only the code is known.';
comment on column core.organisation.last_day is 'Day of the latest report.';

create table core.organisation_member (
    organisation_id VARCHAR,
    party VARCHAR,
    since DATE,
    until DATE
);
comment on table core.organisation_member is 'Members of organisations. Key: organisation_id, party, since.';
comment on column core.organisation_member.organisation_id is 'Organisation. Refers to core.organisation.id.';
comment on column core.organisation_member.party is 'Member state.';
comment on column core.organisation_member.since is 'First day of membership; null: from the beginning.';
comment on column core.organisation_member.until is 'Last day of membership; null: still a member.';

create table core.body (
    id VARCHAR,
    day DATE,
    name VARCHAR,
    parties VARCHAR[],
    sessions INTEGER,
    last_session_no INTEGER,
    cadence_days INTEGER
);
comment on table core.body is 'Joint committees, councils and consultations by name. Key: id.';
comment on column core.body.id is 'Parties and normalised name.';
comment on column core.body.day is 'Day of the earliest report.';
comment on column core.body.name is 'Name as first printed.';
comment on column core.body.parties is 'Its parties, sorted.';
comment on column core.body.sessions is 'Sessions told of.';
comment on column core.body.last_session_no is 'Highest number told; null: none told.';
comment on column core.body.cadence_days is 'Usual days between sessions; null: fewer than two are dated.';

create table core.body_session (
    id VARCHAR,
    body_id VARCHAR,
    day DATE,
    session_no INTEGER,
    held_first DATE,
    held_last DATE,
    meeting_id VARCHAR
);
comment on table core.body_session is 'Sessions of bodies that were held. Key: id.';
comment on column core.body_session.id is 'Body and meeting, or body and article.';
comment on column core.body_session.body_id is 'Body. Refers to core.body.id.';
comment on column core.body_session.day is 'Day of the report.';
comment on column core.body_session.session_no is 'Number of the session; null: not told.';
comment on column core.body_session.held_first is 'First day on which it may have been held; null: not told.';
comment on column core.body_session.held_last is 'Last day likewise; null: not told.';
comment on column core.body_session.meeting_id is 'Meeting; null: known from background only. Refers to core.meeting.id.';

create table core.report_link (
    kind VARCHAR,
    a VARCHAR,
    b VARCHAR,
    day DATE,
    score DOUBLE,
    decision VARCHAR,
    hard BOOLEAN,
    reasons VARCHAR[]
);
comment on table core.report_link is 'Pairs of reports that were compared. Key: kind, a, b.';
comment on column core.report_link.kind is 'meeting, agreement, follow_up or person.';
comment on column core.report_link.a is 'The smaller id of the two.';
comment on column core.report_link.b is 'The larger id.';
comment on column core.report_link.day is 'Effective day of the later report.';
comment on column core.report_link.score is 'How alike, 0 to 1.';
comment on column core.report_link.decision is 'same, review or different.';
comment on column core.report_link.hard is 'They conflict so that no group may hold both.';
comment on column core.report_link.reasons is 'What spoke for and against.';

create table core.review_decision (
    id VARCHAR,
    day DATE,
    action VARCHAR,
    kind VARCHAR,
    subject VARCHAR,
    other VARCHAR,
    value VARCHAR,
    anchor VARCHAR,
    reviewer VARCHAR,
    reason VARCHAR
);
comment on table core.review_decision is 'What people decided; never changed, undone by another row. Key: id.';
comment on column core.review_decision.id is 'Decision id.';
comment on column core.review_decision.day is 'Day on which it was made.';
comment on column core.review_decision.action is 'confirm, dismiss, snooze, link, unlink, split, correct, accept, undo.';
comment on column core.review_decision.kind is 'meeting, agreement, follow_up, person, flag or decision.';
comment on column core.review_decision.subject is 'Report, promise, flag or decision that it is about.';
comment on column core.review_decision.other is 'Second report of a link or split; null: none.';
comment on column core.review_decision.value is 'Corrected value as JSON, or the day that a snooze ends; null: none.';
comment on column core.review_decision.anchor is 'Sentence that it binds to, in normal form; null: none.';
comment on column core.review_decision.reviewer is 'Who decided.';
comment on column core.review_decision.reason is 'Why, in the reviewer''s words; null: not said.';
