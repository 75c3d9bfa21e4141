"""Check and publish: expectations are tried on what was loaded, and readers get a new snapshot and report."""

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checks.report import write_report
from checks.runner import record_checks, run_checks, set_bad_rows_aside, stops_publication, told_aside
from flows.errors import ChecksFailed
from flows.job import Job
from flows.progress import watcher
from flows.recording import finish
from warehouse.publish import publish_snapshot
from warehouse.store import open_store


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found."""

    checks: int = 0
    critical: int = 0  # failed, by severity
    warnings: int = 0
    infos: int = 0
    faults: int = 0  # checks that could not run
    quarantined: int = 0  # rows set aside because a critical check failed on them
    stopping: tuple[str, ...] = ()  # what keeps the run from being published, in words


@dataclass(frozen=True, slots=True)
class Published:
    """What readers have now."""

    snapshot: str | None = None  # file name of the copy; null: nothing was published
    report: str | None = None  # path of the report's first page
    counts: Mapping[str, int] = field(default_factory=dict)  # how much the warehouse holds


def check(job: Job, *, docs: bool = True) -> Checked:
    """Try every expectation on the warehouse, read-only, and keep the results.

    Args:
        job: the run.
        docs: write Great Expectations' own pages as well, which takes longer than the checks.
    """
    watcher().stage("Checking", None)
    # Prefect lets everyone log to the screen; in which temporary folder pages are made is of no interest there.
    logging.getLogger("great_expectations").propagate = False
    root = job.home.root
    results = run_checks(root, docs=docs)
    aside = set_bad_rows_aside(root, results, job.as_of, job.run_id)
    seen = results
    if aside:
        watcher().stage("Checking again", None)
        results = run_checks(root, docs=docs)
        seen = told_aside(seen, results, aside)
    with open_store(root) as store:
        record_checks(store, job.run_id, seen)
    failed = Counter(result.severity for result in results if not result.success and not result.fault)
    return Checked(
        quarantined=sum(aside.values()),
        checks=len(results),
        critical=failed["critical"],
        warnings=failed["warning"],
        infos=failed["info"],
        faults=sum(result.fault for result in results),
        stopping=tuple(f"{entry.table}: {entry.expectation}" for entry in stops_publication(results)),
    )


def publish(job: Job, checked: Checked, counts: Mapping[str, Any]) -> Published:
    """Close the run, switch the snapshot and write the report.

    Args:
        job: the run.
        checked: what the checks found.
        counts: what the run did, for its row.

    Raises:
        ChecksFailed: a critical check failed or could not run; the snapshot and the report stay as they were.
    """
    watcher().stage("Publishing", None)
    if checked.stopping:
        what = f"{len(checked.stopping)} critical checks failed, so nothing was published: {checked.stopping[0]}"
        finish(job, job.run_id, "checks_failed", counts, what)
        raise ChecksFailed(what, advice="liqaa report shows the last good run; Data Docs beside it show the rows.")
    finish(job, job.run_id, "done", counts)
    with open_store(job.home.root) as store:
        (held,) = store.rows("queries/counts")
    snapshot = publish_snapshot(job.home.root, full_text=job.settings.publish.full_text)
    report = write_report(job.home.root, job.as_of, job.settings.report.lang)
    return Published(snapshot.name, str(report), dict(held))
