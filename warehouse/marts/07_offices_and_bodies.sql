-- How long people held offices, as far as reports show, and the sessions of joint bodies.
create or replace view mart.tenure as
with held as (
    select c.person_id, n.name, c.party, c.office, c.portfolio, c.posting,
        mode(c.title_text) as title, mode(c.institution) as institution,
        bool_and(c.acting) as acting,
        min(coalesce(m.first_day, c.day)) as first_seen,
        max(least(coalesce(m.last_day, c.day), c.day)) as last_seen,
        min(coalesce(m.first_day, c.day)) filter (where m.occasion = 'credentials' and c.role = 'guest') as credentials,
        max(coalesce(m.last_day, c.day)) filter (where m.occasion = 'farewell' and c.role = 'guest') as farewell,
        count(distinct c.meeting_id) as meetings
    from core.participation c
    join core.person n on n.id = c.person_id
    left join core.meeting m on m.id = c.meeting_id
    where m.reviewed is distinct from 'dismissed'
    group by c.person_id, n.name, c.party, c.office, c.portfolio, c.posting
),
-- Offices that one person holds at a time.
ranked as (
    select *,
        office in ('head_of_state', 'crown_prince', 'head_of_government', 'speaker')
            or (office = 'minister' and portfolio <> 'other')
            or (office = 'ambassador' and posting is not null) as single,
        lead(person_id) over later as next_id,
        lead(name) over later as next_name,
        lead(first_seen) over later as next_seen
    from held
    window later as (partition by party, office, portfolio, posting order by first_seen, person_id)
)
select person_id, name, party, office, portfolio, posting, title, institution, acting, first_seen, last_seen,
    credentials, farewell,
    case when succeeded then next_id end as successor_id,
    case when succeeded then next_name end as successor,
    case when succeeded then next_seen end as successor_first_seen,
    meetings
from (select *, single and next_seen > last_seen as succeeded from ranked);
comment on view mart.tenure is
    'How long each person is seen in an office: first and last day in reports, calls that begin or end it, who came next.';
comment on column mart.tenure.person_id is 'Person.';
comment on column mart.tenure.name is 'The fullest spelling most often printed.';
comment on column mart.tenure.party is 'State or organisation represented.';
comment on column mart.tenure.office is 'Function.';
comment on column mart.tenure.portfolio is 'Field of a minister or deputy; null: none.';
comment on column mart.tenure.posting is 'Where an ambassador is accredited; null: none, or not told.';
comment on column mart.tenure.title is 'Office as most often printed; null: never printed.';
comment on column mart.tenure.institution is 'Ministry or body as most often printed; null: never printed.';
comment on column mart.tenure.acting is 'Only ever seen as acting.';
comment on column mart.tenure.first_seen is 'First day on which reports show the person in the office: it began then at the latest.';
comment on column mart.tenure.last_seen is 'Last such day: it ended then at the earliest.';
comment on column mart.tenure.credentials is 'Day of the credentials that were presented; null: no such call is told.';
comment on column mart.tenure.farewell is 'Day of the farewell call; null: no such call is told.';
comment on column mart.tenure.successor_id is
    'Next person seen in an office that one holds at a time, after the last day of this one; null: none yet.';
comment on column mart.tenure.successor is 'Name of that person; null: none yet.';
comment on column mart.tenure.successor_first_seen is 'Day on which the office had changed hands at the latest; null: it has not.';
comment on column mart.tenure.meetings is 'Meetings in which the person was in that office.';

create or replace view mart.body_session as
select
    s.id,
    s.body_id,
    b.name as body,
    b.parties,
    s.session_no,
    s.held_first,
    s.held_last,
    s.meeting_id,
    s.meeting_id is null as background,
    m.city,
    m.country,
    date_diff('day', lag(s.held_first) over (partition by s.body_id order by s.held_first, s.id), s.held_first)
        as days_since_previous,
    b.cadence_days
from core.body_session s
join core.body b on b.id = s.body_id
left join core.meeting m on m.id = s.meeting_id
where m.reviewed is distinct from 'dismissed';
comment on view mart.body_session is 'Sessions of joint committees, councils and consultations, with the time between them.';
comment on column mart.body_session.id is 'Session.';
comment on column mart.body_session.body_id is 'Body.';
comment on column mart.body_session.body is 'Its name, as core.body.name.';
comment on column mart.body_session.parties is 'Its parties, sorted.';
comment on column mart.body_session.session_no is 'Number of the session; null: not told.';
comment on column mart.body_session.held_first is 'First day on which it may have been held; null: not told.';
comment on column mart.body_session.held_last is 'Last day likewise; null: not told.';
comment on column mart.body_session.meeting_id is 'Meeting; null: known from background only.';
comment on column mart.body_session.background is 'Only named as earlier by a later report.';
comment on column mart.body_session.city is 'City in English; null: not told.';
comment on column mart.body_session.country is 'ISO code of the place; null: not told.';
comment on column mart.body_session.days_since_previous is 'Days since the session before it; null: none is known.';
comment on column mart.body_session.cadence_days is 'Usual days between sessions of the body; null: fewer than two are dated.';
