-- Promises that are no more leave; those that stand as they were judged do so as of this day too.
delete from quality.follow_up_state
where follow_up_id not in (select follow_up_id from stage_quality_follow_up_state)
  and follow_up_id not in (select subject from watch_settled where kind = 'follow_up');
update quality.follow_up_state set as_of = $as_of where as_of <> $as_of;
