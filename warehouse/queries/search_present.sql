-- Whether this copy can be searched.
select count(*) > 0 as present from duckdb_schemas()
where database_name = current_database() and schema_name = 'fts_search_sentence';
