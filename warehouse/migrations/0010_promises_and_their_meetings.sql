-- What a promise takes over from the meeting at which it was made, and what an instrument to come is about.

alter table core.follow_up_report add column follows_track VARCHAR;
alter table core.follow_up_report add column follows_level VARCHAR;
alter table core.follow_up_report add column topics VARCHAR[];
comment on column core.follow_up_report.follows_track is 'Portfolio of all who led the meeting that it follows; null: none, or several. One of Portfolio.';
comment on column core.follow_up_report.follows_level is 'Office of all who led the meeting that it follows; null: none, or several. One of Office.';
comment on column core.follow_up_report.topics is 'What an instrument to come is about, by its words; null: another kind of promise. One of Topic.';
