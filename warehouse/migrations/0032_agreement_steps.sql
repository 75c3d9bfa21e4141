-- How each instrument came along: a row a step, with the report that tells it first.

create table core.agreement_step (
    agreement_id VARCHAR,
    day DATE,
    step INTEGER,
    status VARCHAR,
    legal_stage VARCHAR,
    date VARCHAR,
    first_told DATE,
    last_told DATE,
    meeting_id VARCHAR,
    signatories VARCHAR[],
    report_id VARCHAR,
    reports INTEGER,
    witnesses INTEGER
);
comment on table core.agreement_step is 'Steps of instruments, in the order in which they were taken. Key: agreement_id, step.';
comment on column core.agreement_step.agreement_id is 'Instrument. Refers to core.agreement.id.';
comment on column core.agreement_step.day is 'Day of the earliest report of the instrument.';
comment on column core.agreement_step.step is 'Number of the step, from 1.';
comment on column core.agreement_step.status is 'How far the instrument came with it. One of AgreementStatus.';
comment on column core.agreement_step.legal_stage is 'Legal step; null: none is told. One of LegalStage.';
comment on column core.agreement_step.date is 'Day of the step, or its month; null: not told, it was taken on first_told at the latest.';
comment on column core.agreement_step.first_told is 'Day of the earliest report of the step.';
comment on column core.agreement_step.last_told is 'Day of the latest report of the step.';
comment on column core.agreement_step.meeting_id is 'Meeting at which it was taken; null: not told. Refers to core.meeting.id.';
comment on column core.agreement_step.signatories is 'Names of those who signed, as printed; empty: nobody is named.';
comment on column core.agreement_step.report_id is 'Report that tells of the step first. Refers to core.agreement_report.id.';
comment on column core.agreement_step.reports is 'Reports of the step.';
comment on column core.agreement_step.witnesses is 'Origins that tell of the step.';
