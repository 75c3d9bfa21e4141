-- What is to be told as of a day: commitments overdue beyond their days of grace, other changes of their states, and
-- critical flags. What outlets merely expect and what nobody could have seen has no part in it.
select 'follow_up:' || follow_up_id || ':overdue:' || coalesce(window_end::varchar, '') as key, 'follow_up' as kind,
    follow_up_id as subject, status as event, $as_of::date as as_of
from quality.follow_up_state
where commitment and status = 'overdue' and alert_from <= $as_of
union
select 'follow_up:' || h.follow_up_id || ':' || h.status || ':' || h.as_of, 'follow_up', h.follow_up_id, h.status,
    $as_of::date
from quality.follow_up_status h
join quality.follow_up_state s on s.follow_up_id = h.follow_up_id and s.commitment
where h.before is not null and h.status in ('due', 'met', 'met_late', 'met_early', 'postponed', 'cancelled')
    and h.as_of >= $since and h.as_of <= $as_of
union
select 'flag:' || id || ':' || first_seen, 'flag', id, code, $as_of::date
from quality.flag
where severity = 'critical' and first_seen <= $as_of and resolved is null and accepted is null
order by key;
