-- Pairs of spellings worth comparing: one party, and a part that sounds alike, or nearly.
create or replace temp table candidate as
with sound as (
    select id, party, left(unnest(keys), 2) as sound from core.person_name
),
fresh as (select * from sound where id in (select id from waiting))
select distinct least(f.id, s.id) as a, greatest(f.id, s.id) as b
from fresh f
join sound s on s.party = f.party and s.sound = f.sound and s.id <> f.id;
