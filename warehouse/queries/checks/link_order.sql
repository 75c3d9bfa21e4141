-- core.report_link | critical | a pair names the smaller id first, and a score between 0 and 1.
select kind, a, b, score from core.report_link where a >= b or score not between 0 and 1
