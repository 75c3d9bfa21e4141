-- What leaves the house: tables of core and views of mart with their columns; no wordings of articles.
select c.schema_name || '.' || c.table_name as name, c.column_name, c.data_type, c.comment,
    coalesce(t.comment, v.comment) as said
from duckdb_columns() c
left join duckdb_tables() t
  on t.database_name = c.database_name and t.schema_name = c.schema_name and t.table_name = c.table_name
left join duckdb_views() v
  on v.database_name = c.database_name and v.schema_name = c.schema_name and v.view_name = c.table_name
where c.database_name = current_database() and c.schema_name in ('core', 'mart')
  and c.table_name not in ('article_text', 'article_print')
order by name, c.column_index;
