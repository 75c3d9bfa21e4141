-- The first day of the reports that are affected; null: none is.
select min(day) as first_day from reach;
