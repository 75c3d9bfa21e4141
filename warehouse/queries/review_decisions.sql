-- Every decision with the day on which it was undone, in the order in which they were made.
select d.*, (select min(u.day) from core.review_decision u where u.action = 'undo' and u.subject = d.id) as undone
from core.review_decision d
order by d.day, d.id;
