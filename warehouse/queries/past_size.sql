-- How much is touched.
select count(*)::bigint as touched from touched;
