-- Decisions that bind to nothing any more are open again.
delete from core.review_target where decision_id not in (select decision_id from stage_core_review_target);
