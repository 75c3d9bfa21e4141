-- Every column of every table and view, or those of one, with what it and its table hold.
select c.schema_name as schema, c.schema_name || '.' || c.table_name as name,
    case when v.view_name is null then 'table' else 'view' end as kind,
    coalesce(t.comment, v.comment) as said, c.column_name, c.data_type, c.comment
from duckdb_columns() c
left join duckdb_tables() t
  on t.database_name = c.database_name and t.schema_name = c.schema_name and t.table_name = c.table_name
left join duckdb_views() v
  on v.database_name = c.database_name and v.schema_name = c.schema_name and v.view_name = c.table_name
where c.database_name = current_database() and c.schema_name in ('raw', 'core', 'quality', 'mart')
  and ($table is null or $table = c.schema_name || '.' || c.table_name or $table = c.table_name)
order by list_position(['mart', 'core', 'quality', 'raw'], c.schema_name), name, c.column_index;
