-- core.agreement_report | warning | a signed instrument is not told before its day.
select id, day, date from core.agreement_report where status = 'signed' and try_cast(date as date) > day + 1
