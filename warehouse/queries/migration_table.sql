-- The record of migrations, made together with the first of them.
create table if not exists migration (name varchar, digest varchar, applied_at timestamptz);
comment on table migration is 'Migrations that this database has. Key: name.';
comment on column migration.name is 'Name of the migration.';
comment on column migration.digest is 'Hash of its text when it was applied.';
comment on column migration.applied_at is 'When it was applied.';
