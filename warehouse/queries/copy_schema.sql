-- Schemas, tables, views and comments of another database, without rows.
copy from database $origin to $target (schema)
