-- core.evidence | critical | a span lies inside its text.
select e.article_id, e.path, e.span_start, e.span_end
from core.evidence e
join core.article_text t on t.article_id = e.article_id and t.version = e.version
where e.span_start < 0 or e.span_end <= e.span_start
   or e.span_end > length(case e.field when 'title' then t.title else t.text end)
