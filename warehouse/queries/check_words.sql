-- Rows with a word that is not of the vocabulary.
select $key, list_filter($column, word -> word not in ($words)) as unknown
from $table
where len(list_filter($column, word -> word not in ($words))) > 0
