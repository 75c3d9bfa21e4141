"""The flow `transform`: items to articles, records and linked rows."""

from prefect import flow

from flows.job import Job
from flows.stages import transform as stage
from flows.steps import as_task
from warehouse.link import link
from warehouse.rows import LinkSummary


@flow(name="transform", validate_parameters=False, persist_result=False)
def transform(job: Job) -> tuple[stage.Transformed, LinkSummary]:
    """Read what waits, read again what an earlier extractor read, and link the reports."""
    return stage.run(
        job,
        read=as_task(stage.read_batch, "read articles"),
        again=as_task(stage.read_again, "read articles again"),
        join=as_task(link, "link reports"),
    )
