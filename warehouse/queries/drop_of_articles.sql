-- Everything that a table holds of some articles.
delete from $target where article_id in (select unnest($$articles))
