-- What was judged stands until its day comes, or until something else was read on the days that it counts.

alter table quality.judged_input add column until DATE;
alter table quality.judged_input add column counted_first DATE;
alter table quality.judged_input add column counted_last DATE;
comment on table quality.judged_input is 'What promises and meetings were last judged from, and until when that stands. Key: kind, subject.';
comment on column quality.judged_input.inputs is 'Hash of all that it was judged from: reports, events, the body''s cadence, how often its parties met.';
comment on column quality.judged_input.until is 'First day on which the calendar alone may change the judgement; null: none.';
comment on column quality.judged_input.counted_first is 'First of the days on which it matters how much was read; null: none.';
comment on column quality.judged_input.counted_last is 'Last of these days, which may be to come; null: none.';

create table quality.judged_day (
    day DATE,
    inputs VARCHAR
);
comment on table quality.judged_day is 'What had been read of each day when promises were last judged. Key: day.';
comment on column quality.judged_day.day is 'Day.';
comment on column quality.judged_day.inputs is 'Hash of its articles with their sources and sides.';
