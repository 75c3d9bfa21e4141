-- Where to read each article known on a day.
select id, title, url, source, lang from core.article where day <= $as_of;
