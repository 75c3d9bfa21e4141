"""The flow `publish`: a new snapshot for readers, and the report."""

from prefect import flow

from flows.job import Job
from flows.stages import finish
from flows.steps import as_task
from flows.summary import RunSummary


@flow(name="publish", validate_parameters=False, persist_result=False)
def publish(job: Job, summary: RunSummary) -> finish.Published:
    """Close the run and let readers see it."""
    return as_task(finish.publish, "publish")(job, summary)
