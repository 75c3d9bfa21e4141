-- The reports of instruments of which one does not say whether they were signed.
select *, null as at_meeting from core.agreement_report
where agreement_id in (select agreement_id from core.agreement_report where status = 'undisclosed')
order by day, id;
