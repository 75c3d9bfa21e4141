-- Where suppressed spellings are printed.
select distinct article_id, party, name from core.participation where name_id in (select unnest($ids)) order by all;
