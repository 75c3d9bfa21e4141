-- The background mentions among the pairs to judge.
select * from core.prior_event where id in (select event from fulfilment_candidate);
