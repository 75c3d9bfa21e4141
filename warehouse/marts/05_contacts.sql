-- Contacts of pairs of parties: when they last met, and every occasion on which both sat at one table.
create or replace view mart.last_contact as
with met as (
    select a.party as party_a, b.party as party_b, m.id, least(coalesce(m.last_day, m.day), m.day) as met_on
    from mart.meeting_held m
    join core.meeting_party a on a.meeting_id = m.id
    join core.meeting_party b on b.meeting_id = m.id and b.party > a.party
),
contact as (
    select party_a, party_b, null as portfolio, id, met_on from met
    union
    select met.party_a, met.party_b, c.portfolio, met.id, met.met_on
    from met
    join core.participation c on c.meeting_id = met.id and c.party in (met.party_a, met.party_b)
    where c.portfolio is not null and c.role <> 'delegate'
),
gap as (
    select *,
        date_diff('day', lag(met_on) over (partition by party_a, party_b, portfolio order by met_on, id), met_on) as days
    from contact
),
pair as (
    select party_a, party_b, portfolio, max_by(id, (met_on, id)) as meeting_id, max(met_on) as last_day,
        count(*) as meetings, median(nullif(days, 0))::integer as usual_interval_days
    from gap
    group by party_a, party_b, portfolio
)
select pair.*, j.as_of, date_diff('day', last_day, j.as_of) as days_since,
    date_diff('day', last_day, j.as_of) - usual_interval_days as days_beyond_usual
from pair
left join quality.judged j on true;
comment on view mart.last_contact is
    'When each pair of parties last met, in all and by ministry, against the interval that is usual between them.';
comment on column mart.last_contact.party_a is 'The party whose code comes first.';
comment on column mart.last_contact.party_b is 'The other one.';
comment on column mart.last_contact.portfolio is
    'Field of a minister or deputy who led a side; null: all meetings of the pair, whoever led them.';
comment on column mart.last_contact.meeting_id is 'The last meeting.';
comment on column mart.last_contact.last_day is 'Its last day, as far as told; never later than its first report.';
comment on column mart.last_contact.meetings is 'Meetings known, multilateral ones included.';
comment on column mart.last_contact.usual_interval_days is
    'Median of the days between one meeting and the next; null: they met on one day only.';
comment on column mart.last_contact.as_of is 'Day that is counted until; null: nothing was judged yet.';
comment on column mart.last_contact.days_since is 'Days from the last meeting until then; null: nothing was judged yet.';
comment on column mart.last_contact.days_beyond_usual is
    'By how much that exceeds the usual interval, negative below it; null: no interval is known.';

create or replace view mart.pair_all_contacts as
with member as (
    select case when o.code = 'ORG' then o.name else o.code end as organisation, om.party, om.since, om.until
    from core.organisation_member om
    join core.organisation o on o.id = om.organisation_id
),
present as (
    select meeting_id, party, party as organisation from core.meeting_party where party <> 'ORG'
    union all
    select id, 'ORG', unnest(organisations) from core.meeting
),
seat as (
    select meeting_id, party, true as own, null as through from core.meeting_party
    union all
    select p.meeting_id, member.party, false, p.organisation
    from present p
    join core.meeting m on m.id = p.meeting_id
    join member on member.organisation = p.organisation
        and coalesce(m.first_day, m.day) between coalesce(member.since, date '0001-01-01')
            and coalesce(member.until, date '9999-12-31')
),
table_of as (
    select meeting_id, party, bool_or(own) as own,
        coalesce(list(distinct through order by through) filter (where through is not null), []) as through
    from seat
    group by meeting_id, party
)
select
    a.party as party_a,
    b.party as party_b,
    m.id as meeting_id,
    coalesce(m.first_day, m.day) as day,
    case when not (a.own and b.own) then 'organisation' else m.format end as contact,
    case when a.own and b.own then [] else list_sort(list_distinct(
        list_concat(case when a.own then [] else a.through end, case when b.own then [] else b.through end)
    )) end as through,
    m.form,
    m.occasion,
    m.framework,
    m.city,
    m.country,
    m.witnesses
from table_of a
join table_of b on b.meeting_id = a.meeting_id and b.party > a.party
join mart.meeting_held m on m.id = a.meeting_id
-- An organisation is no contact of a member that sits there through it alone; nor do its members meet one another
-- where its head meets somebody, but at its sessions.
where not (not b.own and list_has_all(case when a.party = 'ORG' then m.organisations else [a.party] end, b.through))
  and not (not a.own and list_has_all(case when b.party = 'ORG' then m.organisations else [b.party] end, a.through))
  and (a.own or b.own or a.through <> b.through or m.occasion = 'session');
comment on view mart.pair_all_contacts is
    'Every meeting at which two parties sat, by themselves or through an organisation of which they are members; marked. '
    'Members meet one another through it at its sessions only.';
comment on column mart.pair_all_contacts.party_a is 'The party whose code comes first.';
comment on column mart.pair_all_contacts.party_b is 'The other one.';
comment on column mart.pair_all_contacts.meeting_id is 'The meeting.';
comment on column mart.pair_all_contacts.day is 'Its first day, else the day of its first report.';
comment on column mart.pair_all_contacts.contact is
    'bilateral or multilateral: both came by themselves; organisation: one at least was there through an organisation.';
comment on column mart.pair_all_contacts.through is
    'Organisations through which they were there; empty: both came by themselves.';
comment on column mart.pair_all_contacts.form is 'How it was held.';
comment on column mart.pair_all_contacts.occasion is 'Kind of encounter; null: not told.';
comment on column mart.pair_all_contacts.framework is 'Body or event by name; null: none.';
comment on column mart.pair_all_contacts.city is 'City in English; null: not told.';
comment on column mart.pair_all_contacts.country is 'ISO code of the place; null: not told.';
comment on column mart.pair_all_contacts.witnesses is 'Origins that tell of it.';
