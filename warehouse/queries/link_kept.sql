-- Events that keep the promises of some tellings.
select * from core.fulfilment
where rowid in (
    select rowid from core.fulfilment
    where day >= $since::date and decision = 'fulfils' and promise_report_id in (select unnest($ids))
)
order by promise_report_id, report_id;
