-- Every mention of a joint body by name: sessions held, told as background, promised; and the parties of whose bodies
-- something else is told than before, or by other rules.
create or replace temp table body_mention as
select framework as name, parties, day, article_id, meeting_id, null::integer as session_no, first_day as first,
    last_day as last, true as held
from core.meeting_report where framework is not null
union all
select body, parties, day, article_id, null, session_no, window_start, window_end, true
from core.prior_event where body is not null
union all
select body, parties, day, article_id, null, session_no, null, null, false
from core.follow_up_report where body is not null;

create or replace temp table body_touched as
with told as (
    select parties, concat_ws(' ', '$version', sum(hash(m)::hugeint)) as inputs
    from body_mention m
    group by parties
)
select parties, inputs from told t
where not exists (select 1 from core.body b where b.parties = t.parties and b.inputs = t.inputs)
union all
select distinct parties, null from core.body
where parties not in (select parties from told);
