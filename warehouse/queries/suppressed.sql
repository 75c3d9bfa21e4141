-- Tombstones that stand.
select d.id, d.kind, d.subject, d.article_id, d.value, d.reviewer, d.reason, d.day
from core.review_decision d
where d.action = 'suppress'
    and not exists (select 1 from core.review_decision u where u.action = 'undo' and u.subject = d.id)
order by d.id;
