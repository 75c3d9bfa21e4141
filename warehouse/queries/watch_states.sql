-- Promises that are no more leave; $all: every one was judged.
delete from quality.follow_up_state
where ($all or follow_up_id in (select subject from watch_moved))
  and follow_up_id not in (select follow_up_id from stage_quality_follow_up_state);
