-- core.agreement_report | warning | an instrument has at least two parties, sorted, each once.
select id, parties from core.agreement_report where len(parties) < 2 or parties <> list_sort(list_distinct(parties))
