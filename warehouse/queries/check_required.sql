-- Rows that lack what must be there, with the names of the columns.
select $key, array_to_string([$tests], ', ') as lacking
from $table
where array_to_string([$tests], ', ') <> ''
