-- What new code read otherwise in the same words between two days.
select * from quality.reread where day > $since and day <= $until order by article_id, kind, report_id, day;
