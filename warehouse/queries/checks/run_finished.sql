-- quality.run | info | every earlier run came to its end.
select id, command, started_at
from quality.run
where finished_at is null and started_at < (select max(started_at) from quality.run)
