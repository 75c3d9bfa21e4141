-- Marks in articles known on a day.
select article_id, code, quote, detail from core.signal where day <= $as_of order by day, id;
