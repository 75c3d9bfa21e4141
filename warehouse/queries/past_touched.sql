-- What reports that came later, or later words of people, have a part in.
create or replace temp table touched as
select distinct r.$column as id
from snap.$table r
where r.$column is not null and (
    r.$late > $$day or r.id in (
        select unnest([t.subject, t.other]) from snap.core.review_target t
        where t.kind = $$kind and (t.day > $$day or t.undone > $$day)
    )
);
