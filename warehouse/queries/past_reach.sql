-- What any chain of links joins with it: without the later reports it may fall out otherwise.
insert into touched
select distinct id from (
    select b.$column as id
    from snap.core.report_link l
    join snap.$table a on a.id = l.a
    join snap.$table b on b.id = l.b
    where l.kind = $$kind and l.decision <> 'different' and a.$column in (from touched)
    union
    select a.$column
    from snap.core.report_link l
    join snap.$table a on a.id = l.a
    join snap.$table b on b.id = l.b
    where l.kind = $$kind and l.decision <> 'different' and b.$column in (from touched)
)
where id is not null and id not in (from touched);
