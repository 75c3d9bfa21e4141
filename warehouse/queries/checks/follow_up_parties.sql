-- core.follow_up_report | critical | a promise has at least two parties, sorted, each once.
select id, parties from core.follow_up_report where len(parties) < 2 or parties <> list_sort(list_distinct(parties))
