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
comment on column mart.office_holder.person_id is 'Person.';
comment on column mart.office_holder.office is 'Function.';
comment on column mart.office_holder.portfolio is 'Field of a minister or deputy; null: none.';
comment on column mart.office_holder.acting is 'Seen as acting in it at least once.';
comment on column mart.office_holder.first_seen is 'First day on which reports show the person in the office.';
comment on column mart.office_holder.last_seen is 'Last such day.';
comment on column mart.office_holder.meetings is 'Meetings in which the person was in that office.';
