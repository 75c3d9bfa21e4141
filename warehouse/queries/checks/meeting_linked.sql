-- core.meeting_report | critical whole | every report is linked.
select id, article_id from core.meeting_report where meeting_id is null
