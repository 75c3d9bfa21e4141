-- Which meeting each judged report tells of: a word on one of its reports is a word on all.
select r.id, r.meeting_id as event
from core.meeting_report r
where r.meeting_id is not null and r.day <= $as_of
  and r.id in (select report_id from core.fulfilment union select other from core.review_target where kind = 'follow_up');
