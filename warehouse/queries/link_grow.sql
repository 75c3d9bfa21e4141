-- Take in what the candidates name, what is linked with the affected by scores or by people, and what stands in one
-- group with them. The day of a pair is the later one of its reports, so that none is missed from $since on, the first
-- day of the affected; what is wanted and older is not placed.
create or replace temp table wanted as
select a as id from candidate
union select b from candidate
union select b from core.report_link
where day >= date '$since' and kind = '$kind' and decision <> 'different' and a in (from affected)
union select a from core.report_link
where day >= date '$since' and kind = '$kind' and decision <> 'different' and b in (from affected)
union select other from core.review_target
where kind = '$kind' and action in ('link', 'split') and undone is null and subject in (from affected)
union select subject from core.review_target
where kind = '$kind' and action in ('link', 'split') and undone is null and other in (from affected)
union select id from $table
where day >= date '$since' and $column in (
    select $column from $table where day >= date '$since' and id in (from affected)
);
insert into reach
select id, day from $table
where day >= date '$since' and id in (from wanted) and id not in (from affected);
