-- Promises that an event told after a day keeps: until then, reports may stand together that it parts.
select distinct r.follow_up_id as home
from core.fulfilment f
join core.follow_up_report r on r.id = f.promise_report_id
where f.decision = 'fulfils' and f.day > $as_of and r.follow_up_id is not null;
