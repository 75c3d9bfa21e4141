-- The first day on which an event among the pairs to judge became known; a day far ahead: there are none.
select coalesce(min(known), date '9999-12-31') as day from fulfilment_candidate;
