-- Pairs of spellings worth comparing: one party, and two parts that may sound alike; one, where a name has no more.
create or replace temp table candidate as
with fresh as (
    select id, party, len(keys) as parts, unnest(keys) as sound from core.person_name where id in (from fresh_name)
),
sound as (
    select id, party, len(keys) as parts, unnest(keys) as sound
    from core.person_name
    where party in (select party from fresh)
)
select distinct least(f.id, s.id) as a, greatest(f.id, s.id) as b
from fresh f
join sound s on s.party = f.party and s.sound = f.sound and s.id <> f.id
group by f.id, s.id, f.parts, s.parts
having count(*) >= least(2, f.parts, s.parts);
