-- What later wordings of articles changed, the latest received first.
select c.article_id, c.day, a.title, a.url, a.lang, coalesce(s.publisher, a.source) as publisher,
    list({'removed': c.removed, 'added': c.added} order by c.position) as changes
from core.correction c
join core.article a on a.id = c.article_id
left join raw.source s on s.name = a.source
where c.day <= $as_of
group by all
order by c.day desc, c.article_id
limit 20;
