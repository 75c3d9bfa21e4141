-- Judged events known on a day.
select * from core.fulfilment where day <= $as_of;
