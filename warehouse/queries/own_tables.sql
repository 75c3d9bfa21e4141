-- Tables that the migrations made, in every schema of ours.
select table_schema || '.' || table_name as name
from information_schema.tables
where table_catalog = current_database() and table_type = 'BASE TABLE' and table_schema in ('raw', 'core', 'quality')
order by name
