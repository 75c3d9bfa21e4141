-- Pairs of reports worth comparing: two parties in common and days that may be one. An undated report may tell of any of
-- the ten days before it. The condition is symmetric, so that the pairs do not depend on which report came first.
-- $first and $last bound the days of those that wait, so that most of the table is passed over.
create or replace temp table candidate as
with fresh as (
    select id, parties, coalesce(first_day, day - 10) - 1 as lo, coalesce(last_day, day) + 1 as hi
    from core.meeting_report
    where day >= date '$since' and id in (from waiting)
),
near as (
    select id, parties, first_day, last_day, day from core.meeting_report where last_day >= date '$first' - 1
    union all
    select id, parties, first_day, last_day, day from core.meeting_report
    where last_day is null and day >= date '$first' - 1
),
reach_of as (
    select id, parties, coalesce(first_day, day - 10) - 1 as lo, coalesce(last_day, day) + 1 as hi,
        unnest(parties) as party
    from near
    where coalesce(first_day, day - 10) - 1 <= date '$last'
)
select distinct least(f.id, r.id) as a, greatest(f.id, r.id) as b
from (select *, unnest(parties) as party from fresh) f
join reach_of r on r.party = f.party and r.lo <= f.hi and f.lo <= r.hi and r.id <> f.id
where len(list_intersect(f.parties, r.parties)) >= 2;
