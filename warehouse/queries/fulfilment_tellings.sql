-- The tellings among the pairs to judge; $told is the first of their days.
select * from core.follow_up_report
where day >= date '$told' and id in (select telling from fulfilment_candidate);
