-- The name under which this database is attached.
select current_database() as name
