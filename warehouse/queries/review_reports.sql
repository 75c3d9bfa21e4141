-- The reports that decisions name, and all others of the articles in which they stood.
with report as (
    select 'meeting' as kind, 'meetings' as path, id, article_id, position, anchor from core.meeting_report
    union all select 'agreement', 'agreements', id, article_id, position, anchor from core.agreement_report
    union all select 'follow_up', 'follow_ups', id, article_id, position, anchor from core.follow_up_report
    union all select 'prior_event', 'prior_events', id, article_id, position, quote from core.prior_event
)
from report
where id in (select unnest($ids)) or article_id in (select unnest($articles))
order by id;
