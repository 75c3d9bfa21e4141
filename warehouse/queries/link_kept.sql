-- Events that keep the promises of some tellings.
select * from core.fulfilment
where decision = 'fulfils' and promise_report_id in (select unnest($ids))
order by promise_report_id, report_id;
