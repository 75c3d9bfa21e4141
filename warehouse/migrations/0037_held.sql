-- A spelling knows the offices under which it was printed, with their fields: it need not be counted anew each time.

alter table core.person_name add column held VARCHAR[];
comment on column core.person_name.held is 'Each office under which it was printed, with its field after a blank, sorted.';
update core.person_name n set held = p.held
from (
    select name_id, list_sort(list(distinct concat(office, ' ', portfolio))) as held from core.participation group by name_id
) p
where p.name_id = n.id;
