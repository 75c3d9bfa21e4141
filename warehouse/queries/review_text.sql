-- The current wording of an article, with where each value of its record stands.
select a.id, t.title, t.text,
    (select list({'path': e.path, 'field': e.field, 'start': e.span_start}) from core.evidence e
     where e.article_id = a.id and e.day = a.day) as evidence
from core.article a
join core.article_text t on t.article_id = a.id and t.version = a.version
where a.id = $article;
