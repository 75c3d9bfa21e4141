-- Suppressed articles that are there.
select id from core.article where id in (select unnest($ids))
union
select article_id from core.article_text where article_id in (select unnest($ids));
