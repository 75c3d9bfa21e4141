-- What is known of each declared source as of a day: its fetches, and the items of the last seven days.
-- A body that was refused whole is a failed fetch, and so is the word that nothing has changed since.
with answer as (
    select source, url, started_at, duration_ms, error, status, retry_after, moved_to,
        case
            when error is not null then null
            when status = 304 then last_value(sha256 ignore nulls) over (
                partition by source, url order by started_at rows between unbounded preceding and current row
            )
            else coalesce(sha256, $nothing)
        end as body
    from raw.fetch
    where started_at::date <= $as_of and kind = 'feed'
),
refused as (
    select source, sha256, any_value(concat(code, ': ', detail)) as why
    from raw.rejection
    where list_contains($whole, code) and item_id is null
    group by source, sha256
),
exchange as (
    select a.* exclude (error, body), coalesce(a.error, r.why) as error,
        a.error is null and r.why is null and (a.status is null or a.status < 400) as worked
    from answer a
    left join refused r on r.source = a.source and r.sha256 = a.body
),
standing as (
    select source, count(*)::integer as rejected from raw.rejection where rejected_at::date <= $as_of group by source
),
last_good as (
    select source, max(started_at) as at_time from exchange where worked group by source
),
habit as (
    select f.source,
        count(*) filter (where f.started_at > coalesce(g.at_time, '-infinity'::timestamptz)) as failures,
        min(f.started_at) filter (where f.started_at > coalesce(g.at_time, '-infinity'::timestamptz)) as failing_since,
        coalesce(arg_max(f.status, f.started_at) = 410, false) as gone,
        median(f.duration_ms) filter (where f.worked) as usual_ms,
        min(f.started_at) as watched_since,
        any_value(g.at_time) as last_success,
        max(f.started_at) as last_try,
        arg_max(f.retry_after, f.started_at) as retry_after,
        arg_max(coalesce(f.moved_to, f.url), f.started_at) filter (where f.worked) as place,
        arg_max(f.error, f.started_at) filter (where f.error is not null) as error
    from exchange f
    left join last_good g on g.source = f.source
    group by f.source
),
item as (
    select source, max(received_at) as last_item,
        count(*) filter (where recent) as items,
        count(*) filter (where recent and title <> '') as title,
        count(*) filter (where recent and published is not null) as published,
        count(*) filter (where recent and url is not null) as url,
        count(*) filter (where recent and body <> '') as body
    from (select *, received_at::date > $as_of - 7 as recent from raw.item where received_at::date <= $as_of)
    group by source
)
select s.name as source, s.per_day, s.declared, case when s.url is not null then nullif(h.place, s.url) end as moved_to, i.title, i.published, i.url, i.body,
    coalesce(r.rejected, 0) as rejected,
    coalesce(h.failures, 0)::integer as failures, h.failing_since::date as failing_since, coalesce(h.gone, false) as gone,
    h.usual_ms, h.watched_since::date as watched_since, h.last_success, i.last_item,
    h.last_try, h.retry_after,
    coalesce(i.items, 0)::integer as items, case when h.failures > 0 then h.error end as error
from raw.source s
left join habit h on h.source = s.name
left join item i on i.source = s.name
left join standing r on r.source = s.name
order by s.name;
