-- What every source ever read has declared of itself.
select * from raw.source order by name
