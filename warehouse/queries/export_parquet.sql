-- Write these rows as Parquet.
copy (select * from $name order by all) to '$path' (format parquet)
