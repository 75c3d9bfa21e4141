-- core.meeting_report | warning | a call has no place.
select id, form, city, country from core.meeting_report where form = 'call' and (city is not null or country is not null)
