-- What people said of meetings, instruments and people as a whole.

alter table core.meeting add column reviewed VARCHAR;
alter table core.agreement add column reviewed VARCHAR;
alter table core.person add column reviewed VARCHAR;
comment on column core.meeting.reviewed is
    'A person''s word: confirmed, corrected, or dismissed as none; null: nobody looked.';
comment on column core.agreement.reviewed is
    'A person''s word: confirmed, corrected, or dismissed as none; null: nobody looked.';
comment on column core.person.reviewed is 'A person''s word: confirmed, corrected, or dismissed; null: nobody looked.';
