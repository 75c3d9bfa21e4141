-- raw.source | warning | a source gave at least a tenth of what it usually gives a week.
with week as (
    select source, date_trunc('week', day)::date as week, count(*) as articles
    from core.article group by all
),
usual as (
    select source, median(articles) as usual, arg_max(articles, week) as last, max(week) as last_week
    from week group by source having count(*) >= 8
)
select source as name, last_week, last, usual from usual where usual >= 10 and last < usual / 10
