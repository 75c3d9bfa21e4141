-- Articles with the words that values rest on; reports of meetings, and the meetings that they tell of.

create schema if not exists core;

create table core.article (
    id VARCHAR,
    day DATE,
    version VARCHAR,
    source VARCHAR,
    url VARCHAR,
    title VARCHAR,
    lang VARCHAR,
    published VARCHAR,
    published_basis VARCHAR,
    modified VARCHAR,
    author VARCHAR,
    first_seen DATE,
    origin VARCHAR,
    side VARCHAR,
    witness VARCHAR,
    wordings INTEGER,
    extractor VARCHAR,
    reasons VARCHAR[],
    digest VARCHAR
);
comment on table core.article is 'Articles in their current wording. Key: id.';
comment on column core.article.id is 'Article id.';
comment on column core.article.day is 'Day on which a reader could know of it: published, else first seen.';
comment on column core.article.version is 'Hash of the current title and text.';
comment on column core.article.source is 'Source that it came through.';
comment on column core.article.url is 'Canonical address; null: none.';
comment on column core.article.title is 'Headline; empty: none.';
comment on column core.article.lang is 'Language of the text.';
comment on column core.article.published is 'ISO 8601 as written; null: unknown.';
comment on column core.article.published_basis is 'Where that date was found; null: unknown.';
comment on column core.article.modified is 'Date of the last change as written; null: unknown.';
comment on column core.article.author is 'Author as printed; null: none.';
comment on column core.article.first_seen is 'Day (UTC) on which this wording was first received.';
comment on column core.article.origin is 'Agency that the text credits; null: the publisher itself.';
comment on column core.article.side is 'State or organisation whose official voice it is; null: a third party.';
comment on column core.article.witness is 'Who tells it: the agency credited, else the source. Copies of one dispatch are one witness.';
comment on column core.article.wordings is 'Wordings known.';
comment on column core.article.extractor is 'Version of the extractor that read it.';
comment on column core.article.reasons is 'Why nothing was extracted. One of NullReason.';
comment on column core.article.digest is 'Hash of everything that was read in it: a load of the same changes nothing.';

create table core.article_text (
    article_id VARCHAR,
    version VARCHAR,
    day DATE,
    title VARCHAR,
    text VARCHAR
);
comment on table core.article_text is 'Every wording of every article. Key: article_id, version.';
comment on column core.article_text.article_id is 'Article. Refers to core.article.id.';
comment on column core.article_text.version is 'Hash of title and text.';
comment on column core.article_text.day is 'Effective day of this wording.';
comment on column core.article_text.title is 'Headline; empty: none.';
comment on column core.article_text.text is 'Body as plain text.';

create table core.evidence (
    article_id VARCHAR,
    day DATE,
    version VARCHAR,
    path VARCHAR,
    field VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    rule VARCHAR
);
comment on table core.evidence is 'The words that each value rests on. Key: article_id, path, span_start, field, rule.';
comment on column core.evidence.article_id is 'Article. Refers to core.article.id.';
comment on column core.evidence.day is 'Effective day of the article.';
comment on column core.evidence.version is 'Wording that the offsets belong to.';
comment on column core.evidence.path is 'JSON pointer of the value in the article''s record.';
comment on column core.evidence.field is 'text or title.';
comment on column core.evidence.span_start is 'First code point of the span.';
comment on column core.evidence.span_end is 'One past the last code point.';
comment on column core.evidence.rule is 'Rule that read it; derived.* where the words imply the value.';

create table core.meeting_report (
    id VARCHAR,
    day DATE,
    article_id VARCHAR,
    version VARCHAR,
    position INTEGER,
    meeting_id VARCHAR,
    anchor VARCHAR,
    date VARCHAR,
    end_date VARCHAR,
    first_day DATE,
    last_day DATE,
    precision VARCHAR,
    form VARCHAR,
    format VARCHAR,
    city VARCHAR,
    country VARCHAR,
    venue VARCHAR,
    parties VARCHAR[],
    topics VARCHAR[],
    occasion VARCHAR,
    framework VARCHAR,
    about VARCHAR[],
    organisations VARCHAR[],
    witness VARCHAR,
    side VARCHAR
);
comment on table core.meeting_report is 'One article''s account of one meeting. Key: id.';
comment on column core.meeting_report.id is 'Report id: article, kind, anchor sentence, n-th of it.';
comment on column core.meeting_report.day is 'Effective day of the article.';
comment on column core.meeting_report.article_id is 'Article. Refers to core.article.id.';
comment on column core.meeting_report.version is 'Wording that it was read from.';
comment on column core.meeting_report.position is 'Index in the article''s record.';
comment on column core.meeting_report.meeting_id is 'Meeting that it tells of; null: not linked yet. Refers to core.meeting.id.';
comment on column core.meeting_report.anchor is 'Sentence that tells of it, as published; empty: none found.';
comment on column core.meeting_report.date is 'Day or month as told; null: no day word.';
comment on column core.meeting_report.end_date is 'Last day as told; null: one day, or unknown.';
comment on column core.meeting_report.first_day is 'First day that the telling allows; null: no date told.';
comment on column core.meeting_report.last_day is 'Last day that the telling allows; null: no date told.';
comment on column core.meeting_report.precision is 'How exact the date is: day, month or range; null: no date told.';
comment on column core.meeting_report.form is 'How it was held. One of Form.';
comment on column core.meeting_report.format is 'Two parties or more. One of Format.';
comment on column core.meeting_report.city is 'City in English; null: not told.';
comment on column core.meeting_report.country is 'ISO code of the place; null: not told.';
comment on column core.meeting_report.venue is 'Palace, headquarters, airport; null: none named.';
comment on column core.meeting_report.parties is 'Codes of the parties, sorted.';
comment on column core.meeting_report.topics is 'What was discussed. One of Topic.';
comment on column core.meeting_report.occasion is 'Kind of encounter; null: not told. One of Occasion.';
comment on column core.meeting_report.framework is 'Body or event by name; null: none.';
comment on column core.meeting_report.about is 'Third states discussed.';
comment on column core.meeting_report.organisations is 'Names of organisations without a code of their own.';
comment on column core.meeting_report.witness is 'Who tells it.';
comment on column core.meeting_report.side is 'Whose official voice the witness is; null: a third party.';

create table core.meeting (
    id VARCHAR,
    day DATE,
    date VARCHAR,
    end_date VARCHAR,
    first_day DATE,
    last_day DATE,
    precision VARCHAR,
    form VARCHAR,
    format VARCHAR,
    city VARCHAR,
    country VARCHAR,
    venue VARCHAR,
    occasion VARCHAR,
    framework VARCHAR,
    about VARCHAR[],
    organisations VARCHAR[],
    reports INTEGER,
    witnesses INTEGER,
    single_source BOOLEAN,
    one_sided VARCHAR,
    conflicts VARCHAR[]
);
comment on table core.meeting is 'Meetings: one row each, however many reports tell of it. Key: id.';
comment on column core.meeting.id is 'Id of its report that was published first.';
comment on column core.meeting.day is 'Day of the earliest report.';
comment on column core.meeting.date is 'Consensus day or month; null: told by no report.';
comment on column core.meeting.end_date is 'Consensus last day; null: one day, or unknown.';
comment on column core.meeting.first_day is 'First day allowed; null: no date told.';
comment on column core.meeting.last_day is 'Last day allowed; null: no date told.';
comment on column core.meeting.precision is 'How exact the date is: day, month or range; null: no date told.';
comment on column core.meeting.form is 'How it was held. One of Form.';
comment on column core.meeting.format is 'Two parties or more. One of Format.';
comment on column core.meeting.city is 'City in English; null: not told.';
comment on column core.meeting.country is 'ISO code of the place; null: not told.';
comment on column core.meeting.venue is 'Palace, headquarters, airport; null: none named.';
comment on column core.meeting.occasion is 'Kind of encounter; null: not told. One of Occasion.';
comment on column core.meeting.framework is 'Body or event by name; null: none.';
comment on column core.meeting.about is 'Third states discussed.';
comment on column core.meeting.organisations is 'Names of organisations without a code of their own.';
comment on column core.meeting.reports is 'Reports of it.';
comment on column core.meeting.witnesses is 'Origins that tell of it, copies of one dispatch counted once.';
comment on column core.meeting.single_source is 'Only one origin tells of it.';
comment on column core.meeting.one_sided is 'The only side whose official voice tells of it; null: several sides, or a third party.';
comment on column core.meeting.conflicts is 'Values on which reports disagree: date, place, form, parties.';

create table core.meeting_party (
    meeting_id VARCHAR,
    day DATE,
    party VARCHAR,
    reports INTEGER
);
comment on table core.meeting_party is 'Parties of meetings. Key: meeting_id, party.';
comment on column core.meeting_party.meeting_id is 'Meeting. Refers to core.meeting.id.';
comment on column core.meeting_party.day is 'Day of the meeting''s earliest report.';
comment on column core.meeting_party.party is 'ISO code or organisation code.';
comment on column core.meeting_party.reports is 'Reports that name it.';

create table core.meeting_topic (
    meeting_id VARCHAR,
    day DATE,
    topic VARCHAR,
    witnesses INTEGER
);
comment on table core.meeting_topic is 'Topics of meetings. Key: meeting_id, topic.';
comment on column core.meeting_topic.meeting_id is 'Meeting. Refers to core.meeting.id.';
comment on column core.meeting_topic.day is 'Day of the meeting''s earliest report.';
comment on column core.meeting_topic.topic is 'Topic. One of Topic.';
comment on column core.meeting_topic.witnesses is 'Origins that tell of it.';
