-- What decisions of people bind to, so that they outlive another reading of the same sentences.

alter table core.review_decision add column article_id VARCHAR;
alter table core.review_decision add column other_article_id VARCHAR;
alter table core.review_decision add column other_anchor VARCHAR;
comment on column core.review_decision.article_id is 'Article of the subject; null: it stands in no one article.';
comment on column core.review_decision.other_article_id is 'Article of the second report; null: none.';
comment on column core.review_decision.other_anchor is 'Sentence of the second report, in normal form; null: none.';
comment on column core.review_decision.action is
    'confirm, dismiss, snooze, link, unlink, split, correct, accept, suppress, undo.';
comment on column core.review_decision.kind is
    'meeting, agreement, follow_up, person, flag, decision; of what is suppressed also article or sentence.';

create table core.review_target (
    decision_id VARCHAR,
    day DATE,
    action VARCHAR,
    kind VARCHAR,
    subject VARCHAR,
    other VARCHAR,
    value VARCHAR,
    undone DATE
);
comment on table core.review_target is
    'What each decision is about now. A decision whose sentence changed has no row: it is open again. Key: decision_id.';
comment on column core.review_target.decision_id is 'Decision. Refers to core.review_decision.id.';
comment on column core.review_target.day is 'Day on which it was made.';
comment on column core.review_target.action is 'What was decided.';
comment on column core.review_target.kind is 'What it is about.';
comment on column core.review_target.subject is 'Report, spelling, flag or decision that it binds to now.';
comment on column core.review_target.other is 'Second report likewise; null: none.';
comment on column core.review_target.value is 'Corrected value as JSON, or the day that a snooze ends; null: none.';
comment on column core.review_target.undone is 'Day on which it was undone; null: it stands.';
