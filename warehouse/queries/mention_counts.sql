-- What institutions and organisations were last made from; and how much there is now, in all and new.
select
    (select mentions from quality.linker) as known,
    (select count(*) from core.meeting_report) as meetings,
    (select count(*) from fresh_meeting) as fresh_meetings,
    (select count(*) from core.participation) as participations,
    (select count(*) from fresh_participation) as fresh_participations;
