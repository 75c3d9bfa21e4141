-- Institutions and organisations are counted on from what they were, as long as nothing was taken back.

alter table quality.linker add column mentions VARCHAR;
comment on column quality.linker.mentions is 'What institutions and organisations were made from: hash of the known codes, reports of meetings, participations; null: not counted yet.';
