-- Likewise out of lists.
update $table set $column = list_filter($column, lambda entry: entry <> ?) where $key = ? and list_contains($column, ?);
