-- The latest runs that ended, newest first.
select id, command, as_of, started_at, finished_at, status, extractor, counts, error
from quality.run
where finished_at is not null
order by finished_at desc, id
limit 20;
