-- Promises and the events that may fulfil them, where one of the two is new: the parties of the promise take part (of an
-- organisation's event, the organisation and one of them), and the event became known after the promise, not years after
-- its window. What is ruled out by its values alone is no candidate: instruments against meetings, calls, events before
-- the promise or long after its window, and other ministries than those told, unless somebody above ministers met.
-- $waiting is the first day of events that are new, $told that of promises that are; organisations are the codes of
-- parties that are no states. Promises and events meet at a key: two states that promise are at every event that may
-- keep it, so that what either of them does with others is passed over; of an organisation's promise one party may be
-- another, and the organisation alone is the key.
create or replace temp table fulfilment_candidate as
with telling as (
    select id as telling, day, parties as told, coalesce(window_end, day + 400) + 510 as until, follow_up_id is null as fresh,
        list_filter(parties, lambda party: list_contains($$organisations, party)) as organisations,
        kind = 'agreement' as instrument,
        coalesce(window_end, window_start) + 500 as latest,
        follows_last,
        case when kind not in ('committee', 'agreement') then portfolio end as track
    from core.follow_up_report
    where follow_up_id is null or coalesce(window_end, day + 400) + 510 >= date '$waiting'
),
first_of as (
    select *,
        case
            when len(organisations) > 0 then organisations[1]
            when len(told) = 1 then told[1]
            else concat_ws(' ', list_sort(told)[1], list_sort(told)[2])
        end as block
    from telling
),
held as (
    select id, day, parties, meeting_id, first_day, last_day, form from core.meeting_report
    where meeting_id is null and day >= date '$waiting'
    union all
    select id, day, parties, meeting_id, first_day, last_day, form from core.meeting_report
    where meeting_id is not null and day >= date '$told'
),
led as (
    select report_id, list(distinct portfolio) filter (portfolio is not null) as tracks,
        bool_or(office in ('head_of_state', 'crown_prince', 'head_of_government', 'deputy_head_of_government')) as top
    from core.participation
    where day >= least(date '$waiting', date '$told') and role in ('host', 'guest', 'principal')
      and report_id in (select id from held)
    group by report_id
),
event as (
    select r.id as event, r.day as known, r.parties as met, r.meeting_id is null as fresh, false as signed, r.first_day,
        coalesce(r.last_day, r.first_day) as last_day, coalesce(r.form = 'call', false) as call, p.tracks,
        coalesce(p.top, false) as top
    from held r
    left join led p on p.report_id = r.id
    union all
    select id, day, parties, agreement_id is null, true, null, null, false, null, false
    from core.agreement_report
    where agreement_id is null or day >= date '$told'
    union all
    select id, day, parties, judged is null, false, null, null, false, null, false
    from core.prior_event
    where judged is null or day >= date '$told'
),
block as (
    select * from (
        select *, unnest(met || flatten(list_transform(
            list_sort(met), lambda a, n: list_transform(list_sort(met)[n + 1:], lambda b: concat_ws(' ', a, b))
        ))) as block
        from event
    )
    where block in (select block from first_of)
),
pair as (
    select t.*, e.* exclude (block, fresh)
    from first_of t
    join block e on e.block = t.block and e.known between t.day and t.until
    where t.fresh
    union all
    select t.*, e.* exclude (block, fresh)
    from first_of t
    join (from block where fresh) e on e.block = t.block and e.known between t.day and t.until
    where not t.fresh
)
select telling, day as told_on, event, known
from pair
where (list_has_all(met, told)
       or (len(organisations) > 0 and list_has_all(met, organisations)
           and len(list_intersect(met, told)) > len(organisations)))
  and instrument = signed and not call
  and (first_day is null or (
      last_day >= day and first_day > coalesce(follows_last, first_day - 1)
      and first_day <= coalesce(latest, first_day)
  ))
  and (track is null or tracks is null or len(tracks) = 0 or list_contains(tracks, track) or top);
