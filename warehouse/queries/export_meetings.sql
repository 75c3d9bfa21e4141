-- The meetings that were told last, with the article that told each first.
select m.id, m.date, m.form, m.city, m.country, m.parties, m.people, m.topics, m.witnesses, m.first_told,
    a.title, a.url, r.anchor
from mart.meeting m
left join core.meeting_report r on r.id = m.id
left join core.article a on a.id = r.article_id
order by m.first_told desc, m.id
limit $most;
