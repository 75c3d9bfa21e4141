-- Forget what was said of these pairs before: they have been compared again.
delete from core.report_link
where day >= date '$since' and kind = '$kind' and exists (select 1 from candidate c where c.a = report_link.a and c.b = report_link.b);
