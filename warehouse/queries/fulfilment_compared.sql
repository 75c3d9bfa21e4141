-- The pairs to judge.
select telling, event from fulfilment_candidate order by telling, event;
