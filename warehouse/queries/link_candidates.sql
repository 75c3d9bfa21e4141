-- The pairs to compare.
select a, b from candidate order by a, b;
