-- Rows that name a row which is not there.
select $key, $column as missing
from $table t
where $column is not null and not exists (select 1 from $target r where r.$target_column = t.$column)
