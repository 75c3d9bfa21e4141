-- Some rows of a table, whole.
select t.id, $article as article_id, to_json(t)::varchar as content
from $table t
where t.id in (select unnest($$ids));
