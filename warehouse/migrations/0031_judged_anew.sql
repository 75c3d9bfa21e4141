-- What each promise and meeting was judged from: one that rests on the same, and that no day can change, is left as it is.

create table quality.judged_input (
    kind VARCHAR,
    subject VARCHAR,
    inputs VARCHAR
);
comment on table quality.judged_input is 'What promises and meetings were last judged from. Key: kind, subject.';
comment on column quality.judged_input.kind is 'meeting or follow_up.';
comment on column quality.judged_input.subject is 'Promise or meeting.';
comment on column quality.judged_input.inputs is 'Hash of all that it was judged from: reports, events, the body''s cadence, how often its parties met.';
