-- How many promises stand in each state, and how many flags of each severity.
select 'state' as what, status as value, count(*)::integer as count from quality.follow_up_state group by status
union all
select 'flag', severity, count(*)::integer from quality.flag where resolved is null group by severity
order by all;
