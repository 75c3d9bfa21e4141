-- Every mention of a joint body by name: sessions held, sessions told as background, sessions promised.
select framework as name, parties, r.day, r.article_id, r.meeting_id, null::integer as session_no,
    r.first_day as held_first, r.last_day as held_last, true as held
from core.meeting_report r where framework is not null
union all
select body, parties, day, article_id, null, session_no, window_start, window_end, true
from core.prior_event where body is not null
union all
select body, parties, day, article_id, null, null, null, null, false
from core.follow_up_report where body is not null
order by day, article_id, name;
