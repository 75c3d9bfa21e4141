-- What each promise and meeting rests on, as a hash; `restless`: a person's word may change it all the same.
create or replace temp table watch_input as
with telling as (
    select r.follow_up_id, bit_xor(hash(r)) as inputs
    from core.follow_up_report r
    where r.follow_up_id is not null
    group by r.follow_up_id
),
event as (
    select r.follow_up_id, bit_xor(hash(f)) as inputs
    from core.fulfilment f
    join core.follow_up_report r on r.id = f.promise_report_id
    group by r.follow_up_id
),
cadence as (
    select r.follow_up_id, bit_xor(hash(r.id, b.cadence_days)) as inputs
    from core.follow_up_report r
    join core.body b on b.parties = r.parties and list_contains(b.names, r.body)
    where r.body is not null and b.cadence_days is not null
    group by r.follow_up_id
),
habit as (
    select t.follow_up_id, bit_xor(hash(t.id, m.meeting_id)) as inputs
    from core.follow_up_report t
    join (
        select distinct meeting_id, parties, first_day, unnest(parties) as party from core.meeting_report
        where meeting_id is not null and first_day is not null
    ) m on m.party = t.parties[1] and m.first_day between t.day - 365 and t.day - 1 and list_has_all(m.parties, t.parties)
    where t.kind = 'meeting' and coalesce(t.portfolio, t.level, t.body, t.place, t.session_no::varchar) is null
      and t.id in (select promise_report_id from core.fulfilment where decision = 'fulfils')
    group by t.follow_up_id
),
said as (
    select r.follow_up_id
    from (select unnest([subject, other]) as report from core.review_target where kind = 'follow_up') t
    join core.follow_up_report r on r.id = t.report
    union
    select r.follow_up_id
    from core.review_target t
    join core.fulfilment f on f.report_id = t.subject
    join core.follow_up_report r on r.id = f.promise_report_id
    where t.kind in ('meeting', 'agreement')
)
select 'follow_up' as kind, t.follow_up_id as subject,
    concat_ws(' ', $version, t.inputs, coalesce(e.inputs, 0), coalesce(c.inputs, 0), coalesce(h.inputs, 0)) as inputs, d.follow_up_id is not null as restless
from telling t
left join event e on e.follow_up_id = t.follow_up_id
left join cadence c on c.follow_up_id = t.follow_up_id
left join habit h on h.follow_up_id = t.follow_up_id
left join said d on d.follow_up_id = t.follow_up_id
union all
select 'meeting', id, concat_ws(' ', $version, hash(witnesses, reports, conflicts)), false
from core.meeting;
