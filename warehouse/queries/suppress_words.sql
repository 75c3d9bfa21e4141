-- Blanks over words.
update $table set $column = replace($column, ?, ?) where $key = ? and contains($column, ?);
