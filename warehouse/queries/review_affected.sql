-- What reports of some decisions belong to; they are made anew.
create or replace temp table released as
select distinct r.$column as id
from $table r
where r.$column is not null and r.id in (
    select unnest([subject, other]) from core.review_target where decision_id in (select unnest($$decisions))
);
