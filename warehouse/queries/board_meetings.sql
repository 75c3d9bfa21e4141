-- Reports of meetings known on a day.
select * from core.meeting_report where day <= $as_of;
