-- Articles that a run was the first to receive.
select r.article_id
from raw.reading r
join raw.item i on i.id = r.item_id and i.version = r.item_version
group by r.article_id
having bool_and(i.run_id = $run_id);
