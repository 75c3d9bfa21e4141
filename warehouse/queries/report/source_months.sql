-- Articles of each source in each of the twelve months that end with the day.
select source, date_diff('month', date_trunc('month', day), date_trunc('month', $as_of::date)) as months_ago, count(*) as articles
from core.article
where day <= $as_of and day >= date_trunc('month', $as_of::date) - interval 11 months
group by all
order by all;
