-- Articles by their id or its beginning, in their current wording.
select a.id, t.text, coalesce(a.title, '') as title, a.published, a.url, a.lang
from core.article a
join core.article_text t on t.article_id = a.id and t.version = a.version
where starts_with(a.id, $article)
order by a.id
limit 5;
