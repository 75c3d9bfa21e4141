"""The flow `publish`: a new snapshot for readers, and the report."""

from collections.abc import Mapping
from typing import Any

from prefect import flow

from flows.job import Job
from flows.stages import finish
from flows.steps import as_task


@flow(name="publish", validate_parameters=False, persist_result=False)
def publish(job: Job, checked: finish.Checked, counts: Mapping[str, Any]) -> finish.Published:
    """Close the run and let readers see it."""
    return as_task(finish.publish, "publish")(job, checked, counts)
