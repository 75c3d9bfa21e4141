-- Columns of a table, in order. Asked of the table itself: the catalog's list is made of all tables each time.
select name as column_name, type as data_type from pragma_table_info(?);
