-- How promises stand, with when what they rest on became known.
select s.follow_up_id, s.status, s.explanation, s.report_id, f.day as report_day
from quality.follow_up_state s
left join (select report_id, min(day) as day from core.fulfilment group by report_id) f on f.report_id = s.report_id
order by s.follow_up_id;
