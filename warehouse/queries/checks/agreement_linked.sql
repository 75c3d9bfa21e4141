-- core.agreement_report | critical whole | every report is linked.
select id, article_id from core.agreement_report where agreement_id is null
