-- Everything of these articles in one table; their former days let the delete skip most of it.
delete from $target
where article_id in (select id from stage_core_article)
  and day in (select day from core.article where id in (select id from stage_core_article));
