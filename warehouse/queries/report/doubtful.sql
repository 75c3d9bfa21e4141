-- Pairs of reports that wait for a person to say whether they tell of the same thing.
with anchor as (
    select 'meeting' as kind, id, anchor, article_id from core.meeting_report
    union all
    select 'agreement', id, anchor, article_id from core.agreement_report
    union all
    select 'follow_up', id, anchor, article_id from core.follow_up_report
    union all
    select 'person', id, name, null from core.person_name
)
select l.kind, l.score, l.reasons, a.anchor as anchor_a, a.article_id as article_a, b.anchor as anchor_b,
    b.article_id as article_b
from core.report_link l
join anchor a on a.kind = l.kind and a.id = l.a
join anchor b on b.kind = l.kind and b.id = l.b
where l.decision = 'review' and l.day <= $as_of
order by l.score desc, l.kind, l.a, l.b
limit 50;
