-- Take in what the candidates name, what is linked with the affected by scores or by people, and what stands in one
-- group with them.
insert into affected
select id from (
    select a as id from candidate
    union select b from candidate
    union select b from core.report_link where kind = $$kind and decision <> 'different' and a in (from affected)
    union select a from core.report_link where kind = $$kind and decision <> 'different' and b in (from affected)
    union select other from core.review_target
    where kind = $$kind and action in ('link', 'split') and undone is null and subject in (from affected)
        and other in (select id from $table)
    union select subject from core.review_target
    where kind = $$kind and action in ('link', 'split') and undone is null and other in (from affected)
        and subject in (select id from $table)
    union
    select other.id
    from $table own join $table other on other.$column = own.$column
    where own.id in (from affected)
)
where id not in (from affected);
