-- How many of these reports and things there are from $since on, and the first of their days: reports that are wanted,
-- and things that began before all that is near.
select count(*)::integer as found, min(day) as day
from (
    select day from $table where day >= date '$since' and id in (select unnest($$wanted::varchar[]))
    union all
    select day from $thing where day >= date '$since' and id in (select unnest($$begun::varchar[]))
);
