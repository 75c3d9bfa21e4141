-- Every table and view with what it holds.
select schema_name || '.' || table_name as name, 'table' as kind, comment, estimated_size as rows
from duckdb_tables()
where schema_name in ('raw', 'core', 'quality') and database_name = current_database()
union all
select schema_name || '.' || view_name, 'view', comment, null
from duckdb_views()
where schema_name = 'mart' and database_name = current_database()
order by name;
