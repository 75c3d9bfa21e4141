-- Reports that were judged against each promise and may fulfil it, the likeliest first.
select r.follow_up_id, f.report_id, f.report_kind, f.event_first, f.event_last, f.decision, f.level_change,
    max(f.score) as score, arg_max(f.reasons, f.score) as reasons, any_value(m.meeting_id) as meeting_id
from core.fulfilment f
join core.follow_up_report r on r.id = f.promise_report_id
left join core.meeting_report m on m.id = f.report_id
where r.follow_up_id is not null and f.day <= $as_of and f.decision <> 'no'
group by r.follow_up_id, f.report_id, f.report_kind, f.event_first, f.event_last, f.decision, f.level_change
order by r.follow_up_id, score desc, f.report_id;
