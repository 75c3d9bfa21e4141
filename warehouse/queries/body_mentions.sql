-- What is told of the bodies that are made anew.
select m.*, t.inputs
from body_mention m
join body_touched t on t.parties = m.parties
order by m.parties, m.day, m.article_id, m.name;
