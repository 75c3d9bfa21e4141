-- The first day of what is wanted and was not placed, and of the things that the affected belong to: they began then.
select min(day) as day
from (
    select day from $table where id in (select id from wanted where id not in (from affected))
    union all
    select day from $thing where id in (select home from near_report where id in (from affected))
);
