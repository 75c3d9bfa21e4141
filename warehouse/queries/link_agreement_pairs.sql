-- Pairs of reports worth comparing: the same parties, told within two years.
create or replace temp table candidate as
with fresh as (from core.agreement_report where day >= date '$since' and id in (from waiting))
select distinct least(f.id, r.id) as a, greatest(f.id, r.id) as b
from fresh f
join core.agreement_report r
  on r.parties = f.parties and r.day between f.day - 730 and f.day + 730 and r.id <> f.id
where r.article_id <> f.article_id;
