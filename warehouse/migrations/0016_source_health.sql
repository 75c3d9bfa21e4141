-- What else is to be known of how a source does.

alter table quality.source_health add column lacking VARCHAR;
alter table quality.source_health add column moved_to VARCHAR;
comment on column quality.source_health.lacking is 'What fewer of its items carry than it declares, in a sentence; null: nothing.';
comment on column quality.source_health.moved_to is 'Address to which it has moved for good; null: it has not.';
comment on column quality.source_event.before is 'Former state; null: first known.';
