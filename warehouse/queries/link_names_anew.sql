-- Spellings and what was compared are made anew.
delete from core.report_link;
delete from core.person_name;
update core.participation set person_id = null, meeting_id = null;
