"""The flow `ingest`: sources to raw items and pages. The only one whose tasks are retried."""

from collections.abc import Sequence

from prefect import flow

from flows.job import Job
from flows.sources import Source
from flows.stages import ingest as stage
from flows.steps import as_task


@flow(name="ingest", validate_parameters=False, persist_result=False)
def ingest(job: Job, sources: Sequence[Source]) -> stage.Ingested:
    """Ask every source and fetch the pages that items need."""
    return stage.run(
        job,
        sources,
        fetch=as_task(stage.read_sources, "ask sources", retries=2, delays=(2, 10)),
        fetch_pages=as_task(stage.read_pages, "fetch pages", retries=2, delays=(2, 10)),
    )
