-- Articles known on a day that tell of something, with how to cite them.
select a.id, a.day, a.title, a.url, a.lang, a.source, coalesce(s.publisher, a.source) as publisher, a.origin, a.side
from core.article a
left join raw.source s on s.name = a.source
where a.day <= $as_of;
