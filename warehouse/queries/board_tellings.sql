-- Tellings of promises known on a day.
select * from core.follow_up_report where day <= $as_of;
