-- The rows of a Parquet file, as they lie in it.
select * from read_parquet($path)
