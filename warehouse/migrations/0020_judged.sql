-- The day as of which the warehouse is judged: what views count days until, today or in the past.

create table quality.judged (
    as_of DATE
);
comment on table quality.judged is 'The day as of which promises, flags and sources were last judged; one row. Key: as_of.';
comment on column quality.judged.as_of is 'That day.';
