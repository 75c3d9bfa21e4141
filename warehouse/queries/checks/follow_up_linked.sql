-- core.follow_up_report | critical whole | every telling is linked.
select id, article_id from core.follow_up_report where follow_up_id is null
