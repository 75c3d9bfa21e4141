-- How much the warehouse holds, for the end of a run.
select
    (select count(*) from raw.source) as sources,
    (select count(*) from raw.item) as items,
    (select count(*) from core.article) as articles,
    (select count(*) from core.meeting) as meetings,
    (select count(*) from core.agreement) as agreements,
    (select count(*) from core.follow_up) as follow_ups,
    (select count(*) from quality.flag where resolved is null) as flags
