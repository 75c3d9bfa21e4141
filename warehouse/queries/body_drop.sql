-- Bodies and sessions that are no longer borne out by any report.
delete from core.body_session
where body_id in (select id from core.body where parties in (select parties from body_touched))
  and id not in (select id from stage_core_body_session);
delete from core.body
where parties in (select parties from body_touched) and id not in (select id from stage_core_body);
