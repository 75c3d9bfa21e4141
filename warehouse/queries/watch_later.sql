-- Whether anything is known that a day did not know, or was judged as of a later one; and whether nothing is remembered
-- of what was judged.
select exists (select 1 from core.article where day > $day)
    or exists (select 1 from core.follow_up_report where day > $day)
    or exists (select 1 from core.review_decision where day > $day)
    or exists (select 1 from quality.judged where as_of > $day) as later,
    not exists (select 1 from quality.judged_input) as forgotten;
