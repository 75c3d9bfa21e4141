-- All that is known of pairs of affected reports.
select a, b, score, decision, hard, reasons
from core.report_link
where kind = $kind and a in (from affected) and b in (from affected);
