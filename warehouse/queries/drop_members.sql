-- Members that are no longer known to be, or whose organisation is no longer named.
delete from core.organisation_member
where (organisation_id, party, since) not in (select (organisation_id, party, since) from stage_core_organisation_member);
