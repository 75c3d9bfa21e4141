-- What must be judged anew, with a hash of all that it rests on now; null: it is no more. Promises and meetings that rest
-- on something else than before, whose day has come, of whose days something else was read, or of which people spoke;
-- $all: every one.
create or replace temp table watch_moved as
with telling as (
    select r.follow_up_id, bit_xor(hash(r)) as inputs
    from core.follow_up_report r
    where r.follow_up_id is not null
    group by r.follow_up_id
),
event as (
    select r.follow_up_id, bit_xor(f.inputs) as inputs
    from (select promise_report_id, bit_xor(hash(e)) as inputs from core.fulfilment e group by promise_report_id) f
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
general as (
    select id, follow_up_id, day, parties
    from core.follow_up_report
    where kind = 'meeting' and coalesce(portfolio, level, body, place, session_no::varchar) is null
      and id in (select promise_report_id from core.fulfilment where decision = 'fulfils')
),
habit as (
    select follow_up_id, bit_xor(hash(id, meeting_id)) as inputs
    from (
        select distinct t.follow_up_id, t.id, m.meeting_id
        from general t
        join (
            select meeting_id, parties, first_day, unnest(parties) as party
            from core.meeting_report
            where meeting_id is not null and first_day >= (select min(day) - 365 from general)
        ) m on m.party = t.parties[1] and m.first_day between t.day - 365 and t.day - 1
            and list_has_all(m.parties, t.parties)
    )
    group by follow_up_id
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
),
promise as (
    select t.follow_up_id as id, d.follow_up_id is not null as said,
        concat_ws(' ', $version, t.inputs, coalesce(e.inputs, 0), coalesce(c.inputs, 0), coalesce(h.inputs, 0)) as inputs
    from telling t
    left join event e on e.follow_up_id = t.follow_up_id
    left join cadence c on c.follow_up_id = t.follow_up_id
    left join habit h on h.follow_up_id = t.follow_up_id
    left join said d on d.follow_up_id = t.follow_up_id
),
judged as (
    select j.subject, j.inputs,
        coalesce(j.until <= $as_of, false) or j.subject in (
            select c.subject
            from quality.judged_input c
            join watch_read r on r.day between c.counted_first and c.counted_last
            where c.kind = 'follow_up' and c.counted_first is not null
        ) as over
    from quality.judged_input j
    where j.kind = 'follow_up'
),
meeting as (
    select id, concat_ws(' ', $version, hash(witnesses, reports, conflicts)) as inputs from core.meeting
)
select 'follow_up' as kind, coalesce(p.id, j.subject) as subject, p.inputs
from promise p
full join judged j on j.subject = p.id
where $all or p.inputs is distinct from j.inputs or p.said or j.over
union all
select 'meeting', coalesce(m.id, j.subject), m.inputs
from meeting m
full join (select subject, inputs from quality.judged_input where kind = 'meeting') j on j.subject = m.id
where $all or m.inputs is distinct from j.inputs;
