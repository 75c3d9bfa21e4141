-- Rows whose key was not staged this time.
delete from $target where $key not in (select $key from stage_quality_follow_up_state);
