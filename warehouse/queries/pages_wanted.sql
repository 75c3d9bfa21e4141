-- Items, in their latest wording, whose page was not received since: never asked for, not to be had for a reason that
-- may pass (for two weeks, five times), or refused in a way that a person took back.
with latest as (
    select id, version, source, url, received_at
    from raw.item
    where url is not null and body_kind = 'html'
    qualify row_number() over (partition by id order by received_at desc, version) = 1
),
page as (
    select item_id, max(received_at) as received_at from raw.page group by item_id
),
wanted as (
    select l.id, l.version, l.received_at,
        count(f.id) as tries, split_part(arg_max(f.error, f.started_at), ':', 1) as error,
        exists (select 1 from raw.reading r where r.item_id = l.id and r.item_version = l.version) as was_read,
        exists (
            select 1 from raw.rejection j
            where j.source = l.source and j.locator = l.url and starts_with(j.code, 'page_')
        ) as refused
    from latest l
    left join page p on p.item_id = l.id
    left join raw.fetch f
        on f.kind = 'page' and f.source = l.source and f.url = l.url and f.started_at >= l.received_at
    where coalesce(p.received_at < l.received_at, true)
      and not exists (select 1 from raw.rejection j where j.item_id = l.id and j.item_version = l.version)
    group by all
)
select i.*
from wanted w
join raw.item i on i.id = w.id and i.version = w.version
where (w.tries = 0 and not w.was_read)
   or (w.tries > 0 and w.error is not null and not w.refused)
   or (w.tries between 1 and 4 and w.received_at > $now - interval 14 days and w.error in (
        'connect_timeout', 'read_timeout', 'too_slow', 'unreachable', 'broken_exchange', 'truncated_body',
        'server_error', 'too_many_requests', 'resting', 'robots_unreachable'
    ))
order by i.received_at, i.id;
