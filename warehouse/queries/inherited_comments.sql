-- Columns of views without a word of their own take that of the table that they come from: one statement a column.
select format(
    'comment on column {}.{}.{} is ''{}''', v.schema_name, v.table_name, v.column_name, replace(t.comment, '''', '''''')
) as statement
from duckdb_columns() v
join duckdb_columns() t
  on t.database_name = v.database_name and t.column_name = v.column_name and t.comment is not null
  and t.schema_name || '.' || t.table_name = case v.table_name
    when 'meeting_held' then 'core.meeting'
    when 'provenance' then 'core.evidence'
    when 'office_holder' then 'core.person'
    when 'source_health' then 'quality.source_health'
    else 'core.' || v.table_name
  end
where v.database_name = current_database() and v.schema_name = 'mart' and v.comment is null
order by all;
