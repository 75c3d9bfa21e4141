-- Sources whose state changed in the thirty days up to a day, the latest change first.
select e.source, coalesce(s.publisher, e.source) as publisher, e.as_of, e.state, e.before, e.explanation
from quality.source_event e
join raw.source s on s.name = e.source
where e.as_of <= $as_of and e.as_of > $as_of::date - 30
order by e.as_of desc, e.source;
