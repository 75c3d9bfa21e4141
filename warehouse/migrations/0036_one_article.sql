-- One article under several addresses or in several feeds: all stay, and they count as one.

alter table core.article add column same_as VARCHAR;
alter table core.meeting_report add column told_in VARCHAR;
alter table core.agreement_report add column told_in VARCHAR;
alter table core.follow_up_report add column told_in VARCHAR;
update core.meeting_report set told_in = article_id;
update core.agreement_report set told_in = article_id;
update core.follow_up_report set told_in = article_id;
comment on column core.article.same_as is 'First of the articles that are this one, under another address or in another feed; null: it is the only one, or the first. Refers to core.article.id.';
comment on column core.article.witness is 'Who tells it: the agency credited, else its publisher, else the host of its address, else the source. Copies of one dispatch are one witness.';
comment on column core.meeting_report.told_in is 'Article that counts as telling it: of those that are one, the first. Refers to core.article.id.';
comment on column core.agreement_report.told_in is 'Article that counts as telling it: of those that are one, the first. Refers to core.article.id.';
comment on column core.follow_up_report.told_in is 'Article that counts as telling it: of those that are one, the first. Refers to core.article.id.';
comment on column core.meeting_report.witness is 'Who tells it: the witness of the article told_in.';
comment on column core.agreement_report.witness is 'Who tells it: the witness of the article told_in.';
comment on column core.follow_up_report.witness is 'Who tells it: the witness of the article told_in.';
comment on column core.meeting.reports is 'Reports of it; those of one article under several addresses count once.';
comment on column core.meeting_party.reports is 'Reports that name it, counted likewise.';
comment on column core.agreement.reports is 'Reports of it; those of one article under several addresses count once.';
comment on column core.agreement_step.reports is 'Reports of the step, counted likewise.';
comment on column core.follow_up.reports is 'Reports of it; those of one article under several addresses count once.';
comment on column core.article_copy.kind is 'same_article (one canonical address, and the title or much of the text in common), same_address, same_text or near.';
