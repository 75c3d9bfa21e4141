-- Which rows of the history of judgements the archive tells of, and in which state.

create table quality.noted (
    table_name VARCHAR,
    row_key VARCHAR,
    state VARCHAR
);
comment on table quality.noted is 'Rows of the history of judgements that the archive''s notes tell of. Key: table_name, row_key.';
comment on column quality.noted.table_name is 'Table.';
comment on column quality.noted.row_key is 'Key of the row.';
comment on column quality.noted.state is 'Hash of its values as last told.';
