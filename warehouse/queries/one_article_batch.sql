-- Articles of this batch that are one with another.
select id from stage_core_article
where id in (select unnest([a, b]) from core.article_copy where kind = 'same_article')
order by id;
