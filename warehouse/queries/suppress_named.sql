-- Who signs and who speaks, by name, with the parties that each may belong to.
select distinct article_id, parties, name
from (
    select article_id, parties, unnest(signatories) as name from core.agreement_report
    union all
    select article_id, parties, speaker from core.follow_up_report where speaker is not null
)
order by all;
