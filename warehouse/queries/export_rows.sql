-- The rows of a table or view, always in the same order.
select * from $name order by all
