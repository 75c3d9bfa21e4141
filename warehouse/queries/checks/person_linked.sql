-- core.participation | critical whole | every participation names its person and its meeting.
select id, name from core.participation where person_id is null or meeting_id is null
