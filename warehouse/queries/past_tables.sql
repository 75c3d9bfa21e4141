-- The columns of every table of the snapshot that this version has too.
select c.schema_name || '.' || c.table_name as name, c.column_name
from duckdb_columns() c
join duckdb_tables() own
  on own.schema_name = c.schema_name and own.table_name = c.table_name and own.database_name = current_database()
join duckdb_tables() t on t.database_name = 'snap' and t.schema_name = c.schema_name and t.table_name = c.table_name
where c.database_name = 'snap' and c.schema_name in ('raw', 'core', 'quality')
order by name, column_name;
