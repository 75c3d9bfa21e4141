-- Headlines and telling sentences of every article, in order.
with told as (
    select article_id, anchor as sentence from core.meeting_report
    union
    select article_id, anchor from core.agreement_report
    union
    select article_id, anchor from core.follow_up_report
    union
    select article_id, quote from core.follow_up_report
    union
    select article_id, quote from core.prior_event
    union
    select article_id, quote from core.claim
)
select row_number() over (order by a.day, a.id, t.sentence)::integer as id, a.id as article_id, a.day,
    coalesce(t.sentence, a.title) as sentence, a.title
from core.article a
left join told t on t.article_id = a.id and t.sentence <> ''
where coalesce(t.sentence, a.title) <> ''
order by 1;
