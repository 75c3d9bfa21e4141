-- Officials as reports that were known name them; spellings that later reports print too are counted anew.
insert into core.participation by name
select * replace (
    case when meeting_id in (from touched_meeting) then null else meeting_id end as meeting_id,
    case when name_id in (select id from core.person_name where person_id is not null) then person_id end as person_id
)
from snap.core.participation where day <= $day;
