-- How many reports are affected.
select count(*)::bigint as affected from affected;
