-- core.signal | warning | no weekday contradicts the date beside it.
select id, day, quote, detail from core.signal where code = 'date_conflict'
