-- Suppressed spellings take part in nothing.
delete from core.participation where name_id in (select unnest($ids));
