-- What each report belongs to.
select id, day, follow_up_id as home from core.follow_up_report where follow_up_id is not null order by day, id;
