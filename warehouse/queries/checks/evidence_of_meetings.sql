-- core.meeting_report | warning | the date, place and parties of a meeting rest on words of its article.
select r.id, r.article_id
from core.meeting_report r
where not exists (
    select 1 from core.evidence e
    where e.article_id = r.article_id and starts_with(e.path, '/meetings/' || r.position || '/')
)
