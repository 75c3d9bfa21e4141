-- What was found of the articles that are looked at again.
delete from core.article_copy
where a in (select id from stage_core_article) or b in (select id from stage_core_article)
