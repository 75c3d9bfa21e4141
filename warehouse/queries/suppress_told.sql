-- Articles that tell of a party and print a name.
select distinct t.article_id
from core.article_text t
where (contains(t.text, $name) or contains(t.title, $name))
  and t.article_id in (
      select article_id from core.meeting_report where list_contains(parties, $party)
      union all select article_id from core.agreement_report where list_contains(parties, $party)
      union all select article_id from core.follow_up_report where list_contains(parties, $party)
      union all select article_id from core.prior_event where list_contains(parties, $party)
  )
order by all;
