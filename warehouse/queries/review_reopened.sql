-- Decisions that bind to nothing any more: their sentences were changed by the outlet.
select d.id, d.day, d.action, d.kind, d.subject, d.other, d.anchor, d.reviewer, d.reason
from core.review_decision d
where d.action not in ('undo', 'suppress')
    and not exists (select 1 from core.review_target t where t.decision_id = d.id)
    and not exists (select 1 from core.review_decision u where u.action = 'undo' and u.subject = d.id)
order by d.day, d.id;
