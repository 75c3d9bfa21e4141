-- What people decided about after a day, or took back after it.
select subject, other from core.review_target where day > $since or undone > $since;
