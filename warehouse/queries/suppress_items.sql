-- Nothing of the items that these articles came from but that they were received.
update raw.item set title = '', body = '', url = null, author = null
where id in (select item_id from raw.reading where article_id in (select id from stage_core_article));
