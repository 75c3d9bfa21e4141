-- Nobody takes part in a report that is no longer there.
delete from core.participation where report_id not in (select id from core.meeting_report);
update core.agreement_report set meeting_report_id = null
where meeting_report_id is not null and meeting_report_id not in (select id from core.meeting_report);
update core.follow_up_report set meeting_report_id = null
where meeting_report_id is not null and meeting_report_id not in (select id from core.meeting_report);
