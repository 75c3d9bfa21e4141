-- Flags with where to read of them.
select f.id, f.code, f.subject_kind, f.subject, f.detail, f.quote, a.title, a.url
from quality.flag f
left join core.article a on a.id = f.article_id
where f.severity = 'critical';
