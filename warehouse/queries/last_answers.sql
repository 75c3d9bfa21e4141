-- The last full answer of every address that was read for a source, and where the address said last that it has moved.
with answer as (
    select source, url, etag, last_modified, sha256, started_at as full_at
    from raw.fetch
    where error is null and sha256 is not null and kind in ('feed', 'part')
    qualify row_number() over (partition by source, url order by started_at desc) = 1
),
moved as (
    select source, url, moved_to
    from raw.fetch
    where error is null and kind = 'feed'
    qualify row_number() over (partition by source, url order by started_at desc) = 1
)
select a.*, m.moved_to
from answer a
left join moved m on m.source = a.source and m.url = a.url
