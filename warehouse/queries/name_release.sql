-- The people of these spellings are made anew, with all their other spellings; what the fresh ones were compared with
-- is forgotten.
create or replace temp table former_person as select id, person_id from core.person_name;
create or replace temp table leaving_person as
select distinct person_id as id from core.person_name where id in (select id from $staged) and person_id is not null;
delete from core.report_link where kind = 'person' and (a in (from fresh_name) or b in (from fresh_name));
delete from core.person_name where id in (select id from $staged);
update core.person_name set person_id = null where person_id in (from leaving_person);
delete from core.person where id in (from leaving_person);
