-- Articles from which nothing was extracted, by first reason.
select reasons[1] as reason, count(*) as articles
from core.article
where len(reasons) > 0 and day <= $as_of
group by reason
order by articles desc, reason;
