-- What is known about the data: runs, checks, flags, states of promises.

create schema if not exists quality;

create table quality.run (
    id VARCHAR,
    command VARCHAR,
    as_of DATE,
    started_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    status VARCHAR,
    extractor VARCHAR,
    counts VARCHAR,
    error VARCHAR
);
comment on table quality.run is 'Runs of the pipeline and of commands that write. Key: id.';
comment on column quality.run.id is 'Run id.';
comment on column quality.run.command is 'What was run.';
comment on column quality.run.as_of is 'Day as of which it judged.';
comment on column quality.run.started_at is 'When it began.';
comment on column quality.run.finished_at is 'When it ended; null: still running, or killed.';
comment on column quality.run.status is 'running, done, checks_failed or failed.';
comment on column quality.run.extractor is 'Version of the extractor; null: nothing was extracted.';
comment on column quality.run.counts is 'What it did, as JSON; null: not finished.';
comment on column quality.run.error is 'What went wrong; null: nothing.';

create table quality.check_result (
    run_id VARCHAR,
    id VARCHAR,
    suite VARCHAR,
    expectation VARCHAR,
    column_name VARCHAR,
    severity VARCHAR,
    success BOOLEAN,
    fault BOOLEAN,
    unexpected INTEGER,
    rows VARCHAR,
    detail VARCHAR,
    checked_at TIMESTAMPTZ
);
comment on table quality.check_result is 'Results of checks, with their history. Key: run_id, id.';
comment on column quality.check_result.run_id is 'Run. Refers to quality.run.id.';
comment on column quality.check_result.id is 'Check id: table, expectation, column.';
comment on column quality.check_result.suite is 'Suite, named after its table.';
comment on column quality.check_result.expectation is 'What was expected, in words.';
comment on column quality.check_result.column_name is 'Column; null: the whole table.';
comment on column quality.check_result.severity is 'critical, warning or info.';
comment on column quality.check_result.success is 'The data are as expected.';
comment on column quality.check_result.fault is 'The check itself could not run.';
comment on column quality.check_result.unexpected is 'Rows that are not as expected; null: not counted.';
comment on column quality.check_result.rows is 'Some of these rows as JSON; null: none.';
comment on column quality.check_result.detail is 'What was seen; null: nothing to add.';
comment on column quality.check_result.checked_at is 'When it was checked.';

create table quality.quarantine (
    table_name VARCHAR,
    row_id VARCHAR,
    check_id VARCHAR,
    since DATE,
    released DATE
);
comment on table quality.quarantine is 'Rows set aside because a check failed on them. Key: table_name, row_id, check_id.';
comment on column quality.quarantine.table_name is 'Table.';
comment on column quality.quarantine.row_id is 'Key of the row.';
comment on column quality.quarantine.check_id is 'Check that failed.';
comment on column quality.quarantine.since is 'Day as of which it was set aside.';
comment on column quality.quarantine.released is 'Day as of which it came back; null: still aside.';

create table quality.flag (
    id VARCHAR,
    code VARCHAR,
    severity VARCHAR,
    subject_kind VARCHAR,
    subject VARCHAR,
    article_id VARCHAR,
    quote VARCHAR,
    detail VARCHAR,
    first_seen DATE,
    last_seen DATE,
    resolved DATE,
    accepted DATE
);
comment on table quality.flag is 'What a reader should know before using a row. Key: id.';
comment on column quality.flag.id is 'Code and subject.';
comment on column quality.flag.code is 'What it is. One of FlagCode.';
comment on column quality.flag.severity is 'How much it matters. One of Severity.';
comment on column quality.flag.subject_kind is 'article, meeting, agreement, follow_up or source.';
comment on column quality.flag.subject is 'Id of the subject.';
comment on column quality.flag.article_id is 'Article to read; null: none in particular.';
comment on column quality.flag.quote is 'The words; null: none.';
comment on column quality.flag.detail is 'What it means, for a reader.';
comment on column quality.flag.first_seen is 'Day as of which it was first raised.';
comment on column quality.flag.last_seen is 'Day as of which it was last raised.';
comment on column quality.flag.resolved is 'Day as of which it was no longer raised; null: it stands.';
comment on column quality.flag.accepted is 'Day on which a person accepted it; null: nobody did.';

create table quality.follow_up_state (
    follow_up_id VARCHAR,
    as_of DATE,
    status VARCHAR,
    since DATE,
    window_start DATE,
    window_end DATE,
    slips INTEGER,
    watch VARCHAR,
    articles INTEGER,
    sources INTEGER,
    alert_from DATE,
    commitment BOOLEAN,
    report_id VARCHAR,
    score DOUBLE,
    level_change VARCHAR,
    explanation VARCHAR
);
comment on table quality.follow_up_state is 'State of every promise as of the last run. Key: follow_up_id.';
comment on column quality.follow_up_state.follow_up_id is 'Promise. Refers to core.follow_up.id.';
comment on column quality.follow_up_state.as_of is 'Day as of which it was judged.';
comment on column quality.follow_up_state.status is 'State. One of Status.';
comment on column quality.follow_up_state.since is 'First day of that state; null: not known.';
comment on column quality.follow_up_state.window_start is 'Governing window; null: none.';
comment on column quality.follow_up_state.window_end is 'Governing window; null: none.';
comment on column quality.follow_up_state.slips is 'Times that it was moved to a later date.';
comment on column quality.follow_up_state.watch is 'What could have been seen in the window; null: it has not passed. One of Watch.';
comment on column quality.follow_up_state.articles is 'Articles read in the window from sources that could have told; null: it has not passed.';
comment on column quality.follow_up_state.sources is 'Sources that these came from; null: it has not passed.';
comment on column quality.follow_up_state.alert_from is 'First day on which an alert is due; null: never.';
comment on column quality.follow_up_state.commitment is 'Somebody''s word, not an outlet''s guess.';
comment on column quality.follow_up_state.report_id is 'Report that fulfils it, else the nearest candidate; null: none.';
comment on column quality.follow_up_state.score is 'Score of that report; null: none.';
comment on column quality.follow_up_state.level_change is 'up, same or down against what was promised; null: not known.';
comment on column quality.follow_up_state.explanation is 'Why this state, in a sentence.';

create table quality.follow_up_status (
    follow_up_id VARCHAR,
    as_of DATE,
    status VARCHAR,
    before VARCHAR,
    cause VARCHAR,
    explanation VARCHAR,
    run_id VARCHAR
);
comment on table quality.follow_up_status is 'History of states, a row a change. Key: follow_up_id, as_of.';
comment on column quality.follow_up_status.follow_up_id is 'Promise.';
comment on column quality.follow_up_status.as_of is 'Day as of which the change was found.';
comment on column quality.follow_up_status.status is 'New state. One of Status.';
comment on column quality.follow_up_status.before is 'Former state; null: first known. One of Status.';
comment on column quality.follow_up_status.cause is 'new_report, new_code, person or time.';
comment on column quality.follow_up_status.explanation is 'Why, in a sentence.';
comment on column quality.follow_up_status.run_id is 'Run that found it; null: outside a run.';

create table quality.source_health (
    source VARCHAR,
    as_of DATE,
    state VARCHAR,
    since DATE,
    failures INTEGER,
    last_success TIMESTAMPTZ,
    last_item TIMESTAMPTZ,
    next_try TIMESTAMPTZ,
    error VARCHAR
);
comment on table quality.source_health is 'Sources as of the last run. Key: source.';
comment on column quality.source_health.source is 'Source.';
comment on column quality.source_health.as_of is 'Day as of which it was judged.';
comment on column quality.source_health.state is 'healthy, slow, stale, failing or gone.';
comment on column quality.source_health.since is 'First day of that state.';
comment on column quality.source_health.failures is 'Failed fetches in a row.';
comment on column quality.source_health.last_success is 'Last fetch that worked; null: none did.';
comment on column quality.source_health.last_item is 'When a new item last came; null: never.';
comment on column quality.source_health.next_try is 'When it will be tried again; null: at the next run.';
comment on column quality.source_health.error is 'Last error; null: none.';

create table quality.evaluation (
    gold VARCHAR,
    extractor VARCHAR,
    lang VARCHAR,
    slot VARCHAR,
    precision_score DOUBLE,
    recall_score DOUBLE,
    f1 DOUBLE,
    gold_values INTEGER,
    evaluated_on DATE
);
comment on table quality.evaluation is 'Scores of extractor versions on gold sets. Key: gold, extractor, lang, slot.';
comment on column quality.evaluation.gold is 'Name of the gold set.';
comment on column quality.evaluation.extractor is 'Version of the extractor.';
comment on column quality.evaluation.lang is 'Language, or all.';
comment on column quality.evaluation.slot is 'What is scored.';
comment on column quality.evaluation.precision_score is 'Share of what was found that is right; null: nothing found.';
comment on column quality.evaluation.recall_score is 'Share of what is there that was found; null: nothing there.';
comment on column quality.evaluation.f1 is 'Harmonic mean; null: neither.';
comment on column quality.evaluation.gold_values is 'Values in the gold set.';
comment on column quality.evaluation.evaluated_on is 'Day of the evaluation.';
