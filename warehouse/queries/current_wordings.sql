-- The current wording of each article of this batch: the one first received last.
select article_id, max_by(version, (first_received, version)) as version
from (
    select article_id, version, min(received_at) as first_received
    from raw.reading
    where article_id in (select id from batch_article)
    group by article_id, version
)
group by article_id;
