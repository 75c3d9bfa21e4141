-- The first days of events and of promises that are new; a day far ahead: there are none.
select
    coalesce(least(
        (select min(day) from core.meeting_report where meeting_id is null),
        (select min(day) from core.agreement_report where agreement_id is null),
        (select min(day) from core.prior_event where judged is null)
    ), date '9999-12-31') as waiting,
    coalesce((select min(day) from core.follow_up_report where follow_up_id is null), date '9999-12-31') as told;
