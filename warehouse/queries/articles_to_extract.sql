-- Articles that another version of the extractor read, in their current wording, with where they came from.
select a.*, t.text, r.first.received_at, r.first.item_id, r.first.item_version, r.first.page_sha256
from core.article a
join core.article_text t on t.article_id = a.id and t.version = a.version
left join (
    select article_id, version, arg_min(
        {'received_at': received_at, 'item_id': item_id, 'item_version': item_version, 'page_sha256': page_sha256},
        received_at
    ) as first
    from raw.reading
    group by article_id, version
) r on r.article_id = a.id and r.version = a.version
where a.extractor is distinct from $extractor and a.source <> 'by_hand'  -- what people entered is read by no extractor
order by a.day, a.id
limit $limit;
