-- Everything of these articles in one table.
delete from $table where $key in (select id from stage_core_article);
