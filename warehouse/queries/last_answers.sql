-- The last full answer of every address that was read for a source.
select source, url, etag, last_modified, sha256, started_at as full_at
from raw.fetch
where error is null and sha256 is not null and kind in ('feed', 'part')
qualify row_number() over (partition by source, url order by started_at desc) = 1
