-- All that is known of pairs of affected reports; none of them is of an earlier day than they.
select a, b, score, decision, hard, reasons
from core.report_link
where day >= date '$since' and kind = '$kind' and a in (from affected) and b in (from affected);
