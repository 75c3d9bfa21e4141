-- An empty temporary table shaped like a table.
create or replace temp table $staged as from $table limit 0;
