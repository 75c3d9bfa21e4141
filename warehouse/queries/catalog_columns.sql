-- Columns of all tables with their comments.
select schema_name || '.' || table_name as table_name, column_name, data_type, comment
from duckdb_columns()
where database_name = current_database() and schema_name in ('raw', 'core', 'quality')
order by table_name, column_index;
