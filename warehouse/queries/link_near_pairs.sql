-- The pairs of reports of some days that are linked: the day of a pair is the later one of its reports.
select a, b from core.report_link
where day >= date '$since' and day < date '$before' and kind = '$kind' and decision <> 'different';
