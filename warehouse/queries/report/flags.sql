-- Flags that stand as of a day and that nobody has accepted, the gravest first.
select id, code, severity, subject_kind, subject, article_id, quote, detail, first_seen
from quality.flag
where first_seen <= $as_of and (resolved is null or resolved > $as_of) and accepted is null
order by case severity when 'critical' then 0 when 'warning' then 1 else 2 end, code, first_seen desc, id;
