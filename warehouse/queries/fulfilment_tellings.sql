-- The tellings among the pairs to judge.
select * from core.follow_up_report where id in (select telling from fulfilment_candidate);
