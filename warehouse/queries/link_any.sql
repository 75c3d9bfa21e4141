-- Whether anything waits.
select count(*) > 0 as any_waiting from waiting;
