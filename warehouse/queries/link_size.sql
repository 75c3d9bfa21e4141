-- How many reports are affected, and the first of their days; null: none is.
select count(*)::bigint as affected, min(day) as first_day from reach;
