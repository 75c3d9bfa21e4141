-- Every organisation that reports name.
select id, code, name from core.organisation;
