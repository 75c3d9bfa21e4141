-- Close a run.
update quality.run
set status = $status, finished_at = $at, counts = $counts, error = $error
where id = $id;
