-- core.article | info | an article has a date of publication.
select id, title, source from core.article where published is null
