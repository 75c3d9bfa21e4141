-- Items that gave no article and were not rejected, each with the latest page behind it; in the order received.
select i.*, p.sha256 as page_sha256, p.url as page_url
from raw.item i
left join (
    select item_id, arg_max(sha256, (received_at, id)) as sha256, arg_max(url, (received_at, id)) as url
    from raw.page
    group by item_id
) p on p.item_id = i.id
where not exists (select 1 from raw.reading r where r.item_id = i.id and r.item_version = i.version)
  and not exists (select 1 from raw.rejection j where j.item_id = i.id and j.item_version = i.version)
order by i.received_at, i.id, i.version
limit $limit;
