-- Of candidates, only those whose promise was known.
delete from core.fulfilment where promise_report_id not in (select id from core.follow_up_report);
