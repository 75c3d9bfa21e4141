-- The reports of one kind of some days, with what they belong to.
select id, day, $column as home from $table where day >= date '$since' and day < date '$before';
