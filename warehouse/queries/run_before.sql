-- How the run before this one ended; null: it was killed.
select status from quality.run where id <> $id order by started_at desc, id desc limit 1
