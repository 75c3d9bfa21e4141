-- Marks in articles known on a day; of articles that are one, those in the first.
select article_id, code, quote, detail
from core.signal
where day <= $as_of and article_id not in (select id from core.article where same_as is not null)
order by day, id;
