-- The day as of which the last finished run judged.
select as_of from quality.run where finished_at is not null and status <> 'failed'
order by finished_at desc, id limit 1;
