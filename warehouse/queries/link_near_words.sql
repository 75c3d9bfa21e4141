-- The pairs of reports that people spoke of.
select subject, other from core.review_target
where kind = '$kind' and action in ('link', 'split') and undone is null;
