-- The checks of a run: failures first, the gravest first.
select id, suite, expectation, column_name, severity, success, fault, unexpected, rows, detail
from quality.check_result
where run_id = $run_id
order by (success and not fault), case severity when 'critical' then 0 when 'warning' then 1 else 2 end, suite,
    expectation, id;
