-- The migrations that this database has.
select name, digest from migration order by name;
