-- core.follow_up_report | warning | the words of a promise stand in its article.
select r.id, r.quote
from core.follow_up_report r
join core.article_text t on t.article_id = r.article_id and t.version = r.version
where not contains(t.text, r.quote) and not contains(t.title, r.quote)
