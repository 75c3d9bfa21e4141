-- A source whose answers cannot be used does not do well, however well its server answers.

alter table quality.source_health add column rejected INTEGER;
comment on column quality.source_health.rejected is 'How many things that came from it stand rejected; null: not counted yet.';
