-- core.meeting_report | critical | a meeting has at least two parties, sorted, each once.
select id, parties from core.meeting_report where len(parties) < 2 or parties <> list_sort(list_distinct(parties))
