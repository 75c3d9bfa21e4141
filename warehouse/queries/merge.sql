-- Bring staged rows into a table by their key. One row a key: a merge would insert both of two new ones.
merge into $target t
using (select distinct on ($key) * from $staged) s
on $matches
when matched and ($differs) then update set $updates
when not matched then insert ($columns) values ($values);
