-- How the checks of the latest runs came out, oldest of them first.
select * from (
    select r.id as run_id, r.as_of, r.finished_at, count(*) as checks,
        count(*) filter (where (not c.success or c.fault) and c.severity = 'critical') as critical,
        count(*) filter (where not c.success and not c.fault and c.severity = 'warning') as warnings,
        count(*) filter (where not c.success and not c.fault and c.severity = 'info') as infos
    from quality.check_result c
    join quality.run r on r.id = c.run_id
    group by r.id, r.as_of, r.finished_at
    order by r.finished_at desc nulls last, r.id
    limit 14
)
order by finished_at, run_id;
