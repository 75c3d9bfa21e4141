-- The wordings of those articles of this batch that have several, in the order in which each was first received.
select t.article_id, t.version, t.title, t.text, r.received_at
from core.article_text t
join (
    select article_id, version, min(received_at) as received_at
    from raw.reading
    where article_id in (from batch_before)
    group by article_id, version
    qualify count(*) over (partition by article_id) > 1
) r on r.article_id = t.article_id and r.version = t.version
order by t.article_id, r.received_at, t.version
