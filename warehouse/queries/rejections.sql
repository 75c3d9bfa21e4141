-- Rejections, the latest first.
select id, source, code, detail, locator, sha256, item_id, rejected_at
from raw.rejection
where ($source is null or source = $source) and ($code is null or code = $code)
order by rejected_at desc, id
limit $limit
