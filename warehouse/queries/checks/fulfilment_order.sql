-- core.fulfilment | critical | what fulfils a promise was told on its day or after it, with a score between 0 and 1.
select f.promise_report_id, f.report_id, f.day, f.score
from core.fulfilment f
join core.follow_up_report r on r.id = f.promise_report_id
where f.day < r.day or f.score not between 0 and 1 or f.decision not in ('fulfils', 'review', 'no')
