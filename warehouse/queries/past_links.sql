-- Of pairs, only those whose both sides were known.
delete from core.report_link
where day > $day or (kind = 'person' and (
    a not in (select id from core.person_name) or b not in (select id from core.person_name)
));
