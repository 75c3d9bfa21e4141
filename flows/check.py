"""The flow `check`: Great Expectations on what was loaded."""

from prefect import flow

from flows.job import Job
from flows.stages import finish
from flows.steps import as_task


@flow(name="check", validate_parameters=False, persist_result=False)
def check(job: Job) -> finish.Checked:
    """Try every expectation; the results are rows."""
    return as_task(finish.check, "try expectations")(job)
