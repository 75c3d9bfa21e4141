-- Tellings that an event judged just now keeps: what was promised after it may be another promise.
create or replace temp table newly_kept as
select distinct f.promise_report_id
from core.fulfilment f
join fulfilment_candidate c on c.telling = f.promise_report_id and c.event = f.report_id
where f.day >= date '$since' and f.decision = 'fulfils';
