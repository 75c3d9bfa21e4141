"""Check and publish: expectations are tried on what was loaded, and readers get a new snapshot and report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flows.job import Job
from flows.progress import watcher


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

    snapshot: str | None = None
    report: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)  # promises by status
    flags: Mapping[str, int] = field(default_factory=dict)  # standing flags by severity


def check(job: Job) -> Checked:
    """Try every expectation on the warehouse, read-only, and keep the results."""
    watcher().stage("Checking", None)
    return Checked()


def publish(job: Job, summary: Any) -> Published:
    """Close the run, switch the snapshot and write the report."""
    watcher().stage("Publishing", None)
    return Published()
