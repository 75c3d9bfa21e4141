-- Promises that stand as they were judged do so as of this day too.
update quality.follow_up_state set as_of = $as_of where as_of <> $as_of;
