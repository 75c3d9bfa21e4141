-- How many staged rows there are, and how many of them are new to the table.
select count(*) as given, count(*) filter (where not exists (select 1 from $target t where $matches)) as new
from (select distinct on ($key) * from $staged) s;
