-- Bodies are one across languages: all their names, and what they were made from.

alter table core.body add column names VARCHAR[];
alter table core.body add column inputs VARCHAR;
comment on table core.body is 'Joint committees, councils and consultations, one across languages. Key: id.';
comment on column core.body.id is 'Parties, what the body is, and what it is about.';
comment on column core.body.name is 'Name as first printed, without the number of a session where somebody leaves that out.';
comment on column core.body.sessions is 'Sessions held, each counted once.';
comment on column core.body.names is 'Every name under which it was told, sorted.';
comment on column core.body.inputs is 'Hash of all that was told of bodies of these parties: the same makes the same rows.';
comment on column core.body_session.id is 'Body, and the meeting or article that told of the session first.';
comment on column core.body_session.day is 'Day of the earliest report.';
