-- The first days on which an event and a promise among the pairs to judge became known; days far ahead: there are none.
select coalesce(min(known), date '9999-12-31') as day, coalesce(min(told_on), date '9999-12-31') as told
from fulfilment_candidate;
