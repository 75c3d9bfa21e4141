-- core.meeting_report | warning | a bilateral meeting has two parties.
select id, format, parties from core.meeting_report where format = 'bilateral' and len(parties) <> 2
