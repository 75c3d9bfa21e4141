-- The spellings whose comparisons are made anew.
create or replace temp table fresh_name as select unnest($ids::varchar[]) as id;
