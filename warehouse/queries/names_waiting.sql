-- The first day of participations that wait for their person; null: none does.
select min(day) as day from core.participation where person_id is null;
