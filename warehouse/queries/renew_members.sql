-- Let the staged members be all, touching only what differs. A day that is not known is no other day.
delete from core.organisation_member m
where not exists (
    select 1 from stage_core_organisation_member s
    where s.organisation_id = m.organisation_id and s.party = m.party
        and s.since is not distinct from m.since and s.until is not distinct from m.until
);
insert into core.organisation_member
select s.* from stage_core_organisation_member s
where not exists (
    select 1 from core.organisation_member m
    where s.organisation_id = m.organisation_id and s.party = m.party
        and s.since is not distinct from m.since and s.until is not distinct from m.until
);
