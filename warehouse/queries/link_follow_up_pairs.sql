-- Pairs of tellings worth comparing: the same parties or one organisation, told within three years, of one institutional track and session as
-- far as both say. What is left out here would contradict, so that nothing of it is kept either way.
create or replace temp table candidate as
with fresh as (from core.follow_up_report where id in (select id from waiting))
select distinct least(f.id, r.id) as a, greatest(f.id, r.id) as b
from fresh f
join core.follow_up_report r
  on (r.parties = f.parties or list_has_any(
         list_filter(r.parties, lambda party: len(party) <> 2), list_filter(f.parties, lambda party: len(party) <> 2)))
  and r.day between f.day - 1095 and f.day + 1095 and r.id <> f.id
where r.article_id <> f.article_id
  and (r.portfolio is null or f.portfolio is null or r.portfolio = f.portfolio)
  and (r.session_no is null or f.session_no is null or r.session_no = f.session_no);
