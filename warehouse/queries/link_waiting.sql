-- Reports of one kind that wait for linking: new ones, those let go, and promises that a new event keeps.
create or replace temp table affected as
select id from $table where $column is null or id in (select promise_report_id from newly_kept);
create or replace temp table waiting as from affected;
