-- The background mentions among the pairs to judge.
select * from core.prior_event where day >= date '$since' and id in (select event from fulfilment_candidate);
