-- What each article is the same as.
update core.article a set same_as = o.same_as
from one_article o
where a.id = o.id and a.same_as is distinct from o.same_as;
