-- These rows are told of as they are now.
insert into quality.noted by name
select '$table' as table_name, concat_ws(chr(31), $key) as row_key, hash(t)::varchar as state
from $table t
where concat_ws(chr(31), $key) in (select concat_ws(chr(31), $key) from $staged t);
