-- Words that nothing rests on any more once these reports are gone.
delete from core.evidence e
where exists (
    select 1 from $table r
    where r.id in (select unnest($$ids)) and r.article_id = e.article_id
      and starts_with(e.path, '/$path/' || r.position || '/')
);
