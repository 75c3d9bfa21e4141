-- Rows of a table of the history that no note tells of as they are now.
select t.*
from $table t
left join quality.noted n on n.table_name = '$table' and n.row_key = concat_ws(chr(31), $key)
where n.state is distinct from hash(t)::varchar
order by concat_ws(chr(31), $key);
