-- core.follow_up_report | warning | a promise rests on words of its article.
select r.id, r.article_id
from core.follow_up_report r
where not exists (
    select 1 from core.evidence e
    where e.article_id = r.article_id and starts_with(e.path, '/follow_ups/' || r.position || '/')
)
