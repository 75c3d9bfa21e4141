-- Meetings known on a day, the latest first.
select
    id, date, end_date, form, format, city, country, venue, coalesce(parties, []) as parties,
    coalesce(topics, []) as topics, occasion, framework, coalesce(about, []) as about, reports, witnesses,
    single_source, one_sided, coalesce(conflicts, []) as conflicts, first_told
from mart.meeting
where first_told <= $as_of
order by coalesce(date, first_told::varchar) desc, id;
