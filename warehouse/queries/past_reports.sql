-- The reports that were known; those of what is touched wait for linking.
insert into $table by name
select * replace (case when $column in (from touched) then null else $column end as $column)
from snap.$table where $late <= $$day;
