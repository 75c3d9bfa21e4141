-- How many wordings are known of each article of this batch, where it may be several.
update core.article a
set wordings = w.wordings
from (
    select article_id, count(*)::integer as wordings
    from core.article_text
    where article_id in (from batch_before)
    group by article_id
) w
where a.id = w.article_id and a.wordings is distinct from w.wordings;
