-- The offices in which people were seen, each person's in the order of time.
select person_id, party, office, portfolio, posting, title, acting, first_seen, last_seen, credentials, farewell,
    successor_id, successor, successor_first_seen, meetings
from mart.tenure
where first_seen <= $as_of
order by person_id, first_seen, last_seen, office, portfolio;
