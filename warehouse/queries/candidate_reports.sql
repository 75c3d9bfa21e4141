-- What is told of some events: who tells it, in which words, where.
select e.*, a.title, a.url, a.source, a.witness
from (
    select id, day, article_id, meeting_id as event, anchor as quote, date, city, country, occasion, framework
    from core.meeting_report
    union all
    select id, day, article_id, agreement_id, anchor, date, null, null, null, title from core.agreement_report
    union all
    select id, day, article_id, null, quote, window_start::varchar, null, null, null, body from core.prior_event
) e
join core.article a on a.id = e.article_id
where e.id in (select unnest($ids));
