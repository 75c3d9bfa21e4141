-- The articles of this batch, to be written anew.
delete from core.article where id in (select id from stage_core_article);
