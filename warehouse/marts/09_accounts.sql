-- Which origin says what of a meeting.
create or replace view mart.meeting_account as
with told as (
    unpivot (
        select meeting_id, id as report_id, witness, side, date, end_date, form, format, city, country, venue, occasion,
            framework
        from core.meeting_report
    )
    on date, end_date, form, format, city, country, venue, occasion, framework
    into name field value said
),
chosen as (
    unpivot core.meeting on date, end_date, form, format, city, country, venue, occasion, framework
    into name field value said
)
select
    t.meeting_id, t.field, t.said, coalesce(t.said = c.said, false) as chosen,
    list(distinct t.witness order by t.witness) as witnesses,
    list(distinct t.side order by t.side) filter (where t.side is not null) as sides,
    list(t.report_id order by t.report_id) as reports
from told t
left join chosen c on c.id = t.meeting_id and c.field = t.field
group by all;
comment on view mart.meeting_account is
    'Which origin says what of each meeting: a row a value told, with its witnesses, and whether it is the one chosen.';
comment on column mart.meeting_account.meeting_id is 'The meeting.';
comment on column mart.meeting_account.field is 'Column of core.meeting that is told: date, form, format, city, country, venue, occasion, framework.';
comment on column mart.meeting_account.said is 'What was said of it, as text.';
comment on column mart.meeting_account.chosen is 'Whether this is the value that core.meeting holds.';
comment on column mart.meeting_account.witnesses is 'The origins that say so.';
comment on column mart.meeting_account.sides is 'Parties for which these origins speak officially; null: for none.';
comment on column mart.meeting_account.reports is 'Their reports of the meeting.';
