-- The reports of an article are told in the one that it is the same as, and by its witness.
update $table r set witness = o.witness, side = o.side, told_in = coalesce(o.same_as, o.id)
from one_article o
where r.article_id = o.id and r.day = o.day;
