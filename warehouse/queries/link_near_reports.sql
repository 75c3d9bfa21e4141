-- The reports of one kind of some days, with what they belong to, as far as others are joined with them: those of groups
-- of several, and those that pairs name. A report that stands alone leads to no other.
with pair as (
    select a, b from core.report_link where day >= date '$since' and kind = '$kind' and decision <> 'different'
    union all
    select subject, other from core.review_target
    where kind = '$kind' and action in ('link', 'split') and undone is null
    union all
    select a, b from candidate
),
own as (select id, day, $column as home from $table where day >= date '$since')
select id, day, home
from own
where day < date '$before' and (
    home is null or home <> id or id in (
        select a from pair union all select b from pair union all select home from own where home <> id
    )
);
