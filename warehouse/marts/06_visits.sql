-- Visits: meetings of one visitor with one host on neighbouring days.
create or replace view mart.visit as
with guest as (
    select meeting_id, party, person_id, office
    from core.participation
    where role = 'guest'
    qualify row_number() over (partition by meeting_id, party order by day, report_id, position) = 1
),
host as (
    select distinct meeting_id, party from core.participation where role = 'host'
),
side as (
    select g.meeting_id, g.party as visitor, h.party as host, g.person_id
    from guest g
    join host h on h.meeting_id = g.meeting_id and h.party <> g.party
    where g.office <> 'ambassador'  -- who lives in the country does not visit it
    union all
    -- Nobody is named: of two parties the one on whose ground they met is the host.
    select m.id, p.party, m.country, null
    from core.meeting m
    join core.meeting_party p on p.meeting_id = m.id and p.party <> m.country
    join core.meeting_party h on h.meeting_id = m.id and h.party = m.country
    where m.format = 'bilateral' and m.id not in (select meeting_id from core.participation where meeting_id is not null)
),
stay as (
    select side.*, m.first_day, coalesce(m.last_day, m.first_day) as last_day, m.city
    from side
    join mart.meeting_held m on m.id = side.meeting_id
    where m.form = 'in_person' and m.precision in ('day', 'range')
),
step as (
    select *,
        coalesce(first_day > max(last_day) over (
            partition by visitor, host, person_id
            order by first_day, meeting_id
            rows between unbounded preceding and 1 preceding
        ) + 1, true) as begins
    from stay
),
part as (
    select *, sum(begins::integer) over (
        partition by visitor, host, person_id
        order by first_day, meeting_id
        rows between unbounded preceding and current row
    ) as visit
    from step
)
select
    min_by(part.meeting_id, (part.first_day, part.meeting_id)) as id,
    visitor,
    host,
    person_id,
    any_value(n.name) as name,
    min(first_day) as first_day,
    max(part.last_day) as last_day,
    count(*) as meetings,
    list(part.meeting_id order by first_day, part.meeting_id) as meeting_ids,
    coalesce(list(distinct city order by city) filter (where city is not null), []) as cities,
    coalesce(sum(signed.agreements), 0)::bigint as agreements
from part
left join core.person n on n.id = part.person_id
left join (
    select meeting_id, count(*) as agreements from core.agreement where reviewed is distinct from 'dismissed' group by all
) signed on signed.meeting_id = part.meeting_id
group by visitor, host, person_id, visit;
comment on view mart.visit is
    'Visits: meetings in person of one visitor with one host on the same or neighbouring days, as far as days are told.';
comment on column mart.visit.id is 'Its first meeting.';
comment on column mart.visit.visitor is 'Party that travelled.';
comment on column mart.visit.host is 'Party that received.';
comment on column mart.visit.person_id is 'Who led the visitors: the guest named first; null: nobody is named.';
comment on column mart.visit.name is 'Name of that person; null: nobody is named.';
comment on column mart.visit.first_day is 'Day of the first meeting.';
comment on column mart.visit.last_day is 'Last day of the last one.';
comment on column mart.visit.meetings is 'Meetings of the visit.';
comment on column mart.visit.meeting_ids is 'These meetings, in order.';
comment on column mart.visit.cities is 'Cities in which they were held, in English; empty: none is told.';
comment on column mart.visit.agreements is 'Instruments told as signed or adopted at them.';
