-- Items that gave no article and were not rejected, and items whose page came later, each with the latest page behind
-- it; in the order received.
with latest as (
    select id, max(received_at) as last_at from raw.item group by id
),
page as (
    select item_id, arg_max(sha256, (received_at, id)) as sha256, arg_max(url, (received_at, id)) as url,
        arg_max(content_type, (received_at, id)) as content_type, arg_max(fetch_id, (received_at, id)) as fetch_id,
        max(received_at) as received_at
    from raw.page
    group by item_id
)
select i.*, p.sha256 as page_sha256, coalesce(f.final_url, p.url) as page_url, p.received_at as page_at,
    p.content_type as page_type
from raw.item i
join latest l on l.id = i.id
left join page p on p.item_id = i.id
left join raw.fetch f on f.id = p.fetch_id
where not exists (
    select 1 from raw.reading r
    where r.item_id = i.id and r.item_version = i.version
      and (r.page_sha256 is not distinct from p.sha256 or l.last_at > i.received_at)
)
  and not exists (select 1 from raw.rejection j where j.item_id = i.id and j.item_version = i.version)
order by i.received_at, i.id, i.version
limit $limit;
