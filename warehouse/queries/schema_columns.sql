-- The columns of one table or view, named with its schema or without.
select column_name as name, data_type as type, comment
from duckdb_columns()
where database_name = current_database() and schema_name in ('raw', 'core', 'quality', 'mart')
  and ($table = schema_name || '.' || table_name or $table = table_name)
order by schema_name, table_name, column_index;
