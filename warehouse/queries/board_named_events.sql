-- The events that people linked with promises by a day, whatever their score.
select t.subject as promise_report_id, e.id as report_id, e.report_kind, e.day, e.event_first, e.event_last
from core.review_target t
join (
    select id, 'meeting' as report_kind, day, first_day as event_first, last_day as event_last from core.meeting_report
    union all
    select id, 'agreement', day, try_cast(date as date), try_cast(date as date) from core.agreement_report
    union all
    select id, 'prior_event', day, window_start, window_end from core.prior_event
) e on e.id = t.other
where t.kind = 'follow_up' and t.action = 'link' and t.day <= $as_of and e.day <= $as_of
  and (t.undone is null or t.undone > $as_of);
