-- What every source ever read has declared of itself.
select name, side, declared from raw.source order by name
