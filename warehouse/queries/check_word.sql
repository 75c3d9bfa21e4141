-- Rows whose word is not of the vocabulary.
select $key, $column as unknown
from $table
where $column is not null and $column not in ($words)
