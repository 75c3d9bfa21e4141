-- The flags of what stands as it was judged are seen on this day too.
update quality.flag set last_seen = $as_of
where resolved is null and last_seen < $as_of and subject_kind in ('meeting', 'follow_up')
  and subject not in (select subject from watch_moved);
