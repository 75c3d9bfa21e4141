-- The instruments among the pairs to judge.
select * from core.agreement_report where id in (select event from fulfilment_candidate);
