-- Articles of this batch that were received before: nothing of the others is in any table.
create or replace temp table batch_before as
select distinct article_id as id from raw.reading where article_id in (select id from batch_article);
