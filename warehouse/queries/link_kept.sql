-- Events that keep the promises of some tellings; why they do is not asked.
select * replace ([]::varchar[] as reasons)
from core.fulfilment
where day >= $since::date and decision = 'fulfils' and promise_report_id in (select unnest($ids))
order by promise_report_id, report_id;
