"""Running the checks on a closed warehouse, and the results as rows. Imports Great Expectations only when it runs."""

import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checks.results import CheckResult, stops_publication
from checks.suites import suites
from warehouse.catalog import definitions
from warehouse.store import Store, connect_reader, database_path
from warehouse.watching import write_check_results

__all__ = ["CheckResult", "data_docs_path", "record_checks", "run_checks", "stops_publication"]


def data_docs_path(home: Path) -> Path:
    """Where Great Expectations' own pages lie."""
    return home / "report" / "data-docs"


def run_checks(home: Path, *, docs: bool = True) -> list[CheckResult]:
    """Check every table of a home's closed warehouse; failures first, the gravest first.

    The states of promises are those of the last `link`, so that its day decides what is overdue.

    Args:
        home: the home; its database must not be open for writing.
        docs: whether to write Data Docs beside the report.
    """
    database = database_path(home)
    con = connect_reader(database)
    try:
        tables = definitions(con)
    finally:
        con.close()
    from checks.engine import validate  # takes seconds

    if not docs:
        return validate(database, suites(tables))
    target = data_docs_path(home)
    fresh = target.with_name("data-docs.new")
    shutil.rmtree(fresh, ignore_errors=True)
    results = validate(database, suites(tables), fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.replace(target)
    return results


def record_checks(store: Store, run_id: str, results: Sequence[CheckResult]) -> None:
    """Write the results of a run into quality.check_result."""
    moment = datetime.now(UTC)
    write_check_results(store, run_id, [_row(result, moment) for result in results])


def _row(result: CheckResult, moment: datetime) -> dict[str, Any]:
    return {
        "id": result.id,
        "suite": result.suite,
        "expectation": result.expectation,
        "column_name": result.column,
        "severity": result.severity,
        "success": result.success,
        "fault": result.fault,
        "unexpected": result.unexpected,
        "rows": json.dumps(result.rows, ensure_ascii=False, default=str) if result.rows else None,
        "detail": result.detail,
        "checked_at": moment,
    }
