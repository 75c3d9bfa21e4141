-- The affected spellings, with the offices under which each was printed.
select * from core.person_name
where day >= date '$since' and id in (from affected);
