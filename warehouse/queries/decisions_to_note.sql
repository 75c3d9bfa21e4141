-- Decisions of people that no note tells of yet, in the order in which they were made.
select * from core.review_decision
where id > coalesce((select max(decision) from raw.note), '')
order by id
