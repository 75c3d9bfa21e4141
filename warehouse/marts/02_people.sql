-- Who held which office, as far as reports show.
create or replace view mart.office_holder as
select
    n.id as person_id,
    n.name,
    n.name_ar,
    n.name_latin,
    c.party,
    c.office,
    c.portfolio,
    bool_or(c.acting) as acting,
    min(coalesce(m.first_day, c.day)) as first_seen,
    max(coalesce(m.last_day, c.day)) as last_seen,
    count(distinct c.meeting_id) as meetings
from core.participation c
join core.person n on n.id = c.person_id
left join core.meeting m on m.id = c.meeting_id
group by all;
comment on view mart.office_holder is 'Offices of people over time: first and last day on which reports show each in an office.';
