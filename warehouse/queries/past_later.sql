-- Whether anything is known that a day did not know.
select exists (select 1 from core.article where day > $day)
    or exists (select 1 from core.review_decision where day > $day) as later;
