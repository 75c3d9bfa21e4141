-- Which text the views for readers were made from: another one makes them anew.

create table quality.marts (
    digest VARCHAR
);
comment on table quality.marts is 'The text that the views for readers were made from; one row. Key: digest.';
comment on column quality.marts.digest is 'Hash of that text.';
