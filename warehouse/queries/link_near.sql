-- The reports and links of one kind from $since on, the first day of the affected: the day of a pair is the later one of
-- its reports, so that no link of theirs is missed.
create or replace temp table near_report as
select id, day, $column as home from $table where day >= date '$since';
create or replace temp table near_link as
select a, b from core.report_link
where day >= date '$since' and kind = '$kind' and decision <> 'different'
union
select subject, other from core.review_target
where kind = '$kind' and action in ('link', 'split') and undone is null;
