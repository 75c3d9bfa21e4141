-- The first days of what waits, by kind: reports to link, background to judge, participations without a person, spellings
-- let go; a day far ahead: none waits.
select
    coalesce((select min(day) from core.meeting_report where meeting_id is null), date '9999-12-31') as meeting,
    coalesce((select min(day) from core.agreement_report where agreement_id is null), date '9999-12-31') as agreement,
    coalesce((select min(day) from core.follow_up_report where follow_up_id is null), date '9999-12-31') as follow_up,
    coalesce((select min(day) from core.prior_event where judged is null), date '9999-12-31') as prior_event,
    coalesce((select min(day) from core.participation where person_id is null), date '9999-12-31') as participation,
    coalesce((select min(day) from core.person_name where person_id is null), date '9999-12-31') as spelling;
