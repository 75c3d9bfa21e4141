-- All that is known of pairs of some reports.
select a, b, score, decision, hard, reasons
from core.report_link
where kind = $kind and a in (select unnest($ids)) and b in (select unnest($ids));
