-- How each source did at the last run.
select name, state, since, next_try, moved_to, rejected, error from mart.source_health order by name
