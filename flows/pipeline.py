"""The parent flow `pipeline`: ingest, transform, check, publish, under the home's lock."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from prefect import flow

from flows.alerts.in_prefect import PrefectChannel
from flows.alerts.sending import send_alerts
from flows.check import check
from flows.home import Home
from flows.ingest import ingest
from flows.job import open_job, sources_of
from flows.lock import home_lock
from flows.publish import publish
from flows.recording import recorded
from flows.steps import as_task
from flows.summary import RunSummary
from flows.transform import transform


@flow(name="pipeline", validate_parameters=False, persist_result=False)
def pipeline(home: str, as_of: str | None = None, sources: str | None = None, sample: bool = False) -> RunSummary:
    """Run everything once.

    Args:
        home: directory of the installation.
        as_of: ISO day to judge by; today unless given.
        sources: list of sources; the home's own unless given.
        sample: read the invented sample instead.
    """
    job = open_job(Path(home), date.fromisoformat(as_of) if as_of else None)
    declared = sources_of(Home(Path(home)), Path(sources) if sources else None, sample)
    with home_lock(job.home.lock), recorded(job, "run") as run:
        ingested = ingest(run, declared)
        transformed, linked = transform(run)
        checked = check(run)
        summary = RunSummary(run.run_id, run.as_of.isoformat(), ingested, transformed, linked, checked)
        summary = replace(summary, published=publish(run, checked, summary.counts()))
        return replace(summary, alerts=as_task(send_alerts, "alerts")(run, [PrefectChannel()]))
