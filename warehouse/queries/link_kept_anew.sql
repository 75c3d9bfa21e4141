-- Promises that a new event keeps wait besides.
insert into reach
select id, day from core.follow_up_report
where follow_up_id is not null and id in (select promise_report_id from newly_kept);
