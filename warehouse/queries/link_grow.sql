-- Take in what the candidates name, what is linked with the affected by scores or by people, and what stands in one
-- group with them; what is wanted and older than all that is near is not placed.
create or replace temp table wanted as
select a as id from candidate
union select b from candidate
union select b from near_link where a in (from affected)
union select a from near_link where b in (from affected)
union select id from near_report where home in (select home from near_report where id in (from affected));
insert into reach
select id, day from near_report where id in (from wanted) and id not in (from affected);
