-- Pairs of tellings worth comparing: the same parties, of one institutional track and session as far as both say, told
-- within 400 days, or within three years of windows that come near. What is left out would contradict, or be no longer
-- thought of as one.
create or replace temp table candidate as
with fresh as (from core.follow_up_report where day >= date '$since' and id in (from waiting))
select distinct least(f.id, r.id) as a, greatest(f.id, r.id) as b
from fresh f
join core.follow_up_report r
  on r.parties = f.parties and r.day between f.day - 1095 and f.day + 1095 and r.id <> f.id
where r.article_id <> f.article_id
  and (r.portfolio is null or f.portfolio is null or r.portfolio = f.portfolio)
  and (r.session_no is null or f.session_no is null or r.session_no = f.session_no)
  and (
      abs(date_diff('day', r.day, f.day)) <= 400
      or (r.window_start is null and f.window_start is null)
      or (r.window_start <= f.window_end + 200 and f.window_start <= r.window_end + 200)
  );
