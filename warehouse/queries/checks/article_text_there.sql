-- core.article | critical | the current wording of every article is there.
select a.id, a.version
from core.article a
where not exists (select 1 from core.article_text t where t.article_id = a.id and t.version = a.version)
