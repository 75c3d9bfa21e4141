-- core.article | info | an article is in a language that is read.
select id, lang, title from core.article where lang not in ('ar', 'en')
