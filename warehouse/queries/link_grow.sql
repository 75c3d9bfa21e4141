-- Take in what the candidates name, what is linked with the affected, and what stands in one group with them.
insert into affected
select id from (
    select a as id from candidate
    union select b from candidate
    union select b from core.report_link where kind = $$kind and a in (from affected)
    union select a from core.report_link where kind = $$kind and b in (from affected)
    union
    select other.id
    from $table own join $table other on other.$column = own.$column
    where own.id in (from affected)
)
where id not in (from affected);
