-- What each affected report belongs to now; rows that belong there already are not touched.
update $table t set $column = s.$column
from $staged s
where t.day >= date '$since' and t.id = s.id and t.$column is distinct from s.$column;
