-- The flags of what stands as it was judged are seen on this day too; people may have accepted them meanwhile.
update quality.flag f set last_seen = greatest(f.last_seen, $as_of), accepted = n.accepted
from (
    select k.id, a.day as accepted
    from quality.flag k
    join watch_settled s on s.kind = k.subject_kind and s.subject = k.subject
    left join (
        select subject, max(day) as day
        from core.review_target
        where kind = 'flag' and action = 'accept' and day <= $as_of and (undone is null or undone > $as_of)
        group by subject
    ) a on a.subject = k.id
    where k.resolved is null
) n
where n.id = f.id and (f.last_seen < $as_of or f.accepted is distinct from n.accepted);
