-- The first day of reports that are wanted, and of things that began before all that is near.
select min(day) as day
from (
    select day from $table where id in (select unnest($$wanted::varchar[]))
    union all
    select day from $thing where id in (select unnest($$begun::varchar[]))
);
