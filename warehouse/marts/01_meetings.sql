-- Meetings with their parties and people spelled out; what a person dismissed is none of them.
create or replace view mart.meeting_held as
from core.meeting where reviewed is distinct from 'dismissed';
comment on view mart.meeting_held is 'Meetings as in core, without those that a person dismissed as none.';

create or replace view mart.meeting as
select
    m.id,
    m.date,
    m.end_date,
    m.form,
    m.format,
    m.city,
    m.country,
    m.venue,
    p.parties,
    h.hosts,
    g.people,
    t.topics,
    m.occasion,
    m.framework,
    m.about,
    m.reports,
    m.witnesses,
    m.single_source,
    m.one_sided,
    m.conflicts,
    m.reviewed,
    m.day as first_told
from mart.meeting_held m
left join (
    select meeting_id, list(party order by party) as parties from core.meeting_party group by meeting_id
) p on p.meeting_id = m.id
left join (
    select meeting_id, list(topic order by topic) as topics from core.meeting_topic group by meeting_id
) t on t.meeting_id = m.id
left join (
    select meeting_id, list(distinct party order by party) filter (where role = 'host') as hosts
    from core.participation
    group by meeting_id
) h on h.meeting_id = m.id
left join (
    select meeting_id, list(spelled order by party, place, spelled) as people
    from (
        select c.meeting_id, c.party, min(c.position) as place,
            any_value(coalesce(n.name, c.name)) || ' (' || c.party || ', ' || mode(c.office)
                || coalesce(', ' || mode(c.portfolio), '') || ')' as spelled
        from core.participation c
        left join core.person n on n.id = c.person_id
        group by c.meeting_id, c.party, coalesce(c.person_id, c.name_id)
    )
    group by meeting_id
) g on g.meeting_id = m.id;
comment on view mart.meeting is 'Meetings with their parties and people spelled out; one row a meeting.';
comment on column mart.meeting.parties is 'Codes of the parties, sorted.';
comment on column mart.meeting.hosts is 'Parties that received; null: none is told.';
comment on column mart.meeting.people is 'Officials with party, office and portfolio, both sides; null: nobody is named.';
comment on column mart.meeting.topics is 'What was discussed; null: not told.';
comment on column mart.meeting.first_told is 'Day of the earliest report.';

create or replace view mart.activity as
select
    least(a.party, b.party) as party_a,
    greatest(a.party, b.party) as party_b,
    date_trunc('month', coalesce(m.first_day, m.day))::date as month,
    count(*) as meetings,
    count(*) filter (where m.form <> 'in_person') as calls,
    count(*) filter (where m.format = 'multilateral') as multilateral
from mart.meeting_held m
join core.meeting_party a on a.meeting_id = m.id
join core.meeting_party b on b.meeting_id = m.id and b.party > a.party
group by all;
comment on view mart.activity is 'Meetings of each pair of parties a month; a multilateral meeting counts for every pair in it.';
comment on column mart.activity.party_a is 'The party whose code comes first.';
comment on column mart.activity.party_b is 'The other one.';
comment on column mart.activity.month is 'First day of the month.';
comment on column mart.activity.meetings is 'Meetings of the pair, calls and multilateral ones included.';
comment on column mart.activity.calls is 'Those of them that were held by telephone or video.';
comment on column mart.activity.multilateral is 'Those of them with further parties.';

create or replace view mart.who_met_whom as
select
    x.person_id as person_a,
    pa.name as name_a,
    x.party as party_a,
    y.person_id as person_b,
    pb.name as name_b,
    y.party as party_b,
    count(distinct m.id) as meetings,
    min(coalesce(m.first_day, m.day)) as first_day,
    max(coalesce(m.last_day, m.day)) as last_day
from core.participation x
join core.participation y on y.meeting_id = x.meeting_id and y.party > x.party
join mart.meeting_held m on m.id = x.meeting_id
join core.person pa on pa.id = x.person_id
join core.person pb on pb.id = y.person_id
group by all;
comment on view mart.who_met_whom is 'Pairs of people of different parties who sat in one meeting, how often and when.';
comment on column mart.who_met_whom.person_a is 'Person of the party whose code comes first.';
comment on column mart.who_met_whom.name_a is 'Name of that person.';
comment on column mart.who_met_whom.party_a is 'Party of that person.';
comment on column mart.who_met_whom.person_b is 'The other person.';
comment on column mart.who_met_whom.name_b is 'Name of the other person.';
comment on column mart.who_met_whom.party_b is 'Party of the other person.';
comment on column mart.who_met_whom.meetings is 'Meetings in which both took part.';
comment on column mart.who_met_whom.first_day is 'Day of the first of them.';
comment on column mart.who_met_whom.last_day is 'Day of the last of them.';
