"""What the writing commands do: claim the home, take its lock, run the stages, and give back what happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from flows.adding import Added, take_files
from flows.alerts.sending import send_alerts
from flows.documents import Given
from flows.home import Home
from flows.job import SAMPLE_DAY, Job, open_job, sources_of
from flows.lock import home_lock
from flows.prefect_home import prepare_prefect
from flows.progress import watcher
from flows.recording import recorded
from flows.settings import load_settings
from flows.stages import finish, transform
from flows.summary import RunSummary


def run_pipeline(home: Home, sources: Path | None, as_of: date | None, sample: bool) -> RunSummary:
    """Run the whole pipeline in a home, as Prefect flows.

    Raises:
        InputError: there are no sources, or the home holds the other kind of data.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    sample = sample or home.kind() == "sample"
    sources_of(home, sources, sample)
    home.claim("sample" if sample else "real")
    day = as_of or (SAMPLE_DAY if sample else None)
    with home_lock(home.lock):
        watcher().stage("Starting Prefect", None)
        prepare_prefect(home, load_settings(home))
        from flows.pipeline import pipeline

        return pipeline(str(home.root), day.isoformat() if day else None, str(sources) if sources else None, sample)


def add_files(home: Home, files: Sequence[Path], given: Given, as_of: date | None) -> tuple[Added, RunSummary]:
    """Add articles by hand and bring everything that depends on them up to date, without Prefect.

    Raises:
        InputError: the home holds the sample.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    home.claim("real")
    with home_lock(home.lock), recorded(open_job(home.root, as_of), "add") as job:
        added = take_files(job, files, given)
        return added, finish_up(job)


def finish_up(job: Job) -> RunSummary:
    """Everything behind ingestion, in this process: transform, check, publish."""
    transformed, linked = transform.run(job)
    summary = RunSummary(job.run_id, job.as_of.isoformat(), transformed=transformed, linked=linked)
    summary = replace(summary, checked=finish.check(job, docs=False))
    summary = replace(summary, published=finish.publish(job, summary.checked, summary.counts()))
    return replace(summary, alerts=send_alerts(job))
