-- core.claim | warning | a figure is of a year between 1800 and the next one.
select id, year, quote from core.claim where year not between 1800 and year(day) + 1
