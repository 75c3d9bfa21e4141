-- Reports of instruments known on a day.
select *, null as at_meeting from core.agreement_report where day <= $as_of;
