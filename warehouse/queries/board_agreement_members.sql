-- What each report belongs to.
select id, day, agreement_id as home from core.agreement_report where agreement_id is not null order by day, id;
