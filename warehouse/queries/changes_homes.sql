-- What each report belongs to.
select id, day, $column as home from $table where $column is not null;
