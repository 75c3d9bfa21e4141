-- Every table of this database.
select schema_name || '.' || table_name as name
from duckdb_tables()
where database_name = current_database() and not internal and not temporary
order by name
