-- Those of them whose reports must be counted anew.
select o.id
from one_article o
where o.same_as is distinct from o.before
   or exists (
        select 1
        from (
            select article_id, day, witness, side from core.meeting_report
            union all select article_id, day, witness, side from core.agreement_report
            union all select article_id, day, witness, side from core.follow_up_report
        ) r
        where r.article_id = o.id and r.day = o.day and (r.witness <> o.witness or r.side is distinct from o.side)
   )
order by o.id;
