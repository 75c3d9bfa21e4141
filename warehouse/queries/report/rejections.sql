-- What was received and could not be used, by source and reason, with one example.
select source, code, count(*) as items, min_by(detail, rejected_at::varchar || id) as example
from raw.rejection
group by source, code
order by source, items desc, code;
