-- Articles that another version of the extractor read, in their current wording, with where they came from.
select a.*, t.text, r.received_at, r.item_id, r.item_version
from core.article a
join core.article_text t on t.article_id = a.id and t.version = a.version
left join (
    select article_id, version, min(received_at) as received_at,
        arg_min(item_id, received_at) as item_id, arg_min(item_version, received_at) as item_version
    from raw.reading
    group by article_id, version
) r on r.article_id = a.id and r.version = a.version
where a.extractor is distinct from $extractor
order by a.day, a.id
limit $limit;
