-- What the flags of promises and meetings that stand as they were judged say of articles, where a mark says it too.
select distinct f.code, f.article_id
from quality.flag f
join core.signal s on s.code = f.code and s.article_id = f.article_id
where f.resolved is null and f.subject_kind in ('meeting', 'follow_up')
  and f.subject not in (select subject from watch_moved)
order by all;
