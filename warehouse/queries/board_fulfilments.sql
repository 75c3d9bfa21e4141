-- Judged events known on a day, without what a person dismissed as none by then.
select f.* from core.fulfilment f
where f.day <= $as_of and ($homes is null or f.promise_report_id in (
    select id from core.follow_up_report where follow_up_id in (select unnest($homes::varchar[]))
)) and not exists (
    select 1 from core.review_target t
    where t.action = 'dismiss' and t.kind in ('meeting', 'agreement') and t.subject = f.report_id
        and t.day <= $as_of and (t.undone is null or t.undone > $as_of)
);
