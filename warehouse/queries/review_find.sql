-- What an id, or its beginning, may mean.
from (
    select 'meeting' as kind, id, article_id, anchor from core.meeting_report where starts_with(id, $given)
    union all select 'agreement', id, article_id, anchor from core.agreement_report where starts_with(id, $given)
    union all select 'follow_up', id, article_id, anchor from core.follow_up_report where starts_with(id, $given)
    union all select 'prior_event', id, article_id, quote from core.prior_event where starts_with(id, $given)
    union all select 'person', id, null, null from core.person_name where starts_with(id, $given)
    union all select 'flag', id, null, null from quality.flag where starts_with(id, $given)
    union all select 'decision', id, null, null from core.review_decision where starts_with(id, $given)
    union all select 'article', id, id, null from core.article where starts_with(id, $given)
)
where len($kinds) = 0 or list_contains($kinds, kind)
order by id <> $given, kind, id
limit 20;
