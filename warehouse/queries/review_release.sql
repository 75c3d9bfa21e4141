-- The reports of what was let go wait for linking.
update $table set $column = null where $column in (from released);
