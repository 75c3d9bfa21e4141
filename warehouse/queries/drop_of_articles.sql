-- Everything that a table holds of some articles of this batch.
delete from $target where article_id in (select unnest($$articles) intersect from batch_before)
