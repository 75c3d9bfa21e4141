-- Pairs of reports that may tell of one thing and are not joined: scores between the thresholds, and reports that fit
-- several things. A pair that a person decided about is settled.
with report as (
    select 'meeting' as kind, r.id, r.meeting_id as home, r.anchor as sentence, a.title, a.url, a.source, a.day
    from core.meeting_report r join core.article a on a.id = r.article_id
    union all
    select 'agreement', r.id, r.agreement_id, r.anchor, a.title, a.url, a.source, a.day
    from core.agreement_report r join core.article a on a.id = r.article_id
    union all
    select 'follow_up', r.id, r.follow_up_id, r.anchor, a.title, a.url, a.source, a.day
    from core.follow_up_report r join core.article a on a.id = r.article_id
    union all
    select 'person', id, person_id, name || ' (' || party || coalesce(', ' || offices[1], '') || ')', null, null,
        source, day
    from core.person_name
)
select l.kind, l.score, l.decision = 'same' as fits_several, l.reasons,
    l.a, a.sentence as sentence_a, a.source as source_a, a.title as title_a, a.url as url_a,
    l.b, b.sentence as sentence_b, b.source as source_b, b.title as title_b, b.url as url_b
from core.report_link l
join report a on a.kind = l.kind and a.id = l.a
join report b on b.kind = l.kind and b.id = l.b
where l.decision in ('review', 'same') and a.home <> b.home and l.day <= $as_of
    and not exists (
        select 1 from core.review_target t
        where t.kind = l.kind and t.action in ('link', 'split') and t.day <= $as_of
            and (t.undone is null or t.undone > $as_of)
            and least(t.subject, t.other) = l.a and greatest(t.subject, t.other) = l.b
    )
order by l.score desc, l.kind, l.a, l.b;
