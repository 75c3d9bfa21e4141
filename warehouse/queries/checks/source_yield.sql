-- core.article | warning | a source's articles tell of meetings and promises about as often as they usually do.
with told as (
    select a.source, a.day > l.last_day - 28 as lately,
        exists (select 1 from core.meeting_report r where r.article_id = a.id)
        or exists (select 1 from core.follow_up_report f where f.article_id = a.id) as coded
    from core.article a
    join (select source, max(day) as last_day from core.article group by source) l on l.source = a.source
),
share as (
    select source,
        count(*) filter (lately) as new_articles, avg(coded::integer) filter (lately) as new_share,
        count(*) filter (not lately) as old_articles, avg(coded::integer) filter (not lately) as old_share
    from told group by source
)
select source, new_articles, round(new_share, 3) as new_share, old_articles, round(old_share, 3) as old_share
from share
where new_articles >= 20 and old_articles >= 60 and old_share >= 0.1 and new_share < old_share / 4
