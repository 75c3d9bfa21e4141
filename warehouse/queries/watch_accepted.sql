-- Flags of what stands as it was judged that people accepted meanwhile, or no longer do.
update quality.flag f set accepted = n.accepted
from (
    select k.id, a.day as accepted
    from quality.flag k
    left join (
        select subject, max(day) as day
        from core.review_target
        where kind = 'flag' and action = 'accept' and day <= $as_of and (undone is null or undone > $as_of)
        group by subject
    ) a on a.subject = k.id
    where k.accepted is distinct from a.day and k.resolved is null and k.subject_kind in ('meeting', 'follow_up')
      and k.subject not in (select subject from watch_moved)
) n
where n.id = f.id;
