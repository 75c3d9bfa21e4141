-- The current wording of each article of this batch: the one first received last.
select article_id, max_by(version, (first_received, version)) as version
from (
    select article_id, version, min(received_at) as first_received
    from (
        select article_id, version, received_at from raw.reading where article_id in (from batch_before)
        union all
        select article_id, version, received_at from stage_raw_reading
    )
    group by article_id, version
)
group by article_id;
