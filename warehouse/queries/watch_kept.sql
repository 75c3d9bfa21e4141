-- What the flags of promises and meetings that stand as they were judged say of articles.
select distinct f.code, f.article_id
from quality.flag f
join watch_settled s on s.kind = f.subject_kind and s.subject = f.subject
where f.resolved is null and f.article_id is not null
order by all;
