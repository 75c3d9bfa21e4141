-- The rows of what was let go.
delete from $table where $key in (from released);
