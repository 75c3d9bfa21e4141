-- Promises and the events that may fulfil them, where one of the two is new: the parties of the promise take part (of an
-- organisation's event, the organisation and one of them), and the event became known after the promise, not years after
-- its window.
create or replace temp table fulfilment_candidate as
with telling as (
    select id, day, parties, coalesce(window_end, day + 400) + 510 as until, follow_up_id is null as fresh,
        list_filter(parties, lambda party: len(party) <> 2) as organisations
    from core.follow_up_report
),
event as (
    select id, day, parties, meeting_id is null as fresh from core.meeting_report
    union all
    select id, day, parties, agreement_id is null from core.agreement_report
    union all
    select id, day, parties, judged is null from core.prior_event
)
select t.id as telling, e.id as event
from telling t
join (select *, unnest(parties) as party from event) e
  on e.party = coalesce(t.organisations[1], t.parties[1]) and e.day between t.day and t.until and (t.fresh or e.fresh)
where list_has_all(e.parties, t.parties)
   or (len(t.organisations) > 0 and list_has_all(e.parties, t.organisations)
       and len(list_intersect(e.parties, t.parties)) > len(t.organisations));
