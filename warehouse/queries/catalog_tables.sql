-- All tables with their comments.
select schema_name || '.' || table_name as table_name, comment
from duckdb_tables()
where database_name = current_database() and schema_name in ('raw', 'core', 'quality')
order by table_name;
