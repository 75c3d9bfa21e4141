-- Rows that are back in their table, read anew, and do not fail any more.
update quality.quarantine set released = $$as_of
where table_name = '$table' and released is null and row_id in (select id from $table)
  and not list_contains($$failing, row_id || ' ' || check_id);
