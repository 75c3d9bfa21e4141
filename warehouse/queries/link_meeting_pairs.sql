-- Pairs of reports worth comparing: two parties in common and days that may be one. An undated report may tell of any of
-- the ten days before it. The condition is symmetric, so that the pairs do not depend on which report came first.
create or replace temp table candidate as
with reach as (
    select id, parties,
        coalesce(first_day, day - 10) - 1 as lo,
        coalesce(last_day, day) + 1 as hi,
        unnest(parties) as party
    from core.meeting_report
),
fresh as (select * from reach where id in (select id from waiting))
select distinct least(f.id, r.id) as a, greatest(f.id, r.id) as b
from fresh f
join reach r on r.party = f.party and r.lo <= f.hi and f.lo <= r.hi and r.id <> f.id
where len(list_intersect(f.parties, r.parties)) >= 2;
