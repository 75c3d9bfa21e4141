-- Columns of a table, in order.
select column_name, data_type
from duckdb_columns()
where database_name = current_database() and schema_name = ? and table_name = ?
order by column_index;
