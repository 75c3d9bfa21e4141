-- core.participation | warning | a name is neither empty nor a sentence.
select id, name from core.participation where length(trim(name)) < 2 or length(name) > 120
