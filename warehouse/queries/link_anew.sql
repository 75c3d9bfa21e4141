-- Every report of a kind waits for linking.
update $table set $column = null where $column is not null;
