"""Running the checks on a closed warehouse, and the results as rows. Imports Great Expectations only when it runs."""

import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from checks.aside import bad_rows
from checks.own import own_expectations
from checks.results import CheckResult, stops_publication
from checks.suites import Expected, suites
from warehouse.catalog import definitions
from warehouse.quarantine import set_aside
from warehouse.store import Store, connect_reader, database_path, open_store
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
    expected = expectations(home)
    from checks.engine import validate  # takes seconds

    if not docs:
        return validate(database, expected)
    target = data_docs_path(home)
    fresh = target.with_name("data-docs.new")
    shutil.rmtree(fresh, ignore_errors=True)
    results = validate(database, expected, fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.replace(target)
    return results


def expectations(home: Path) -> dict[str, tuple[Expected, ...]]:
    """Every suite of a home: from the definitions of its tables, and from the user's own file."""
    con = connect_reader(database_path(home))
    try:
        tables = definitions(con)
    finally:
        con.close()
    return suites(tables, own_expectations(home / "expectations.toml", tables))


def set_bad_rows_aside(home: Path, results: Sequence[CheckResult], as_of: date, run_id: str) -> dict[str, int]:
    """Set aside the rows on which critical checks failed; how many by check. The database must be closed.

    What was set aside by an earlier run, and passes now, is released.
    """
    bad = bad_rows(database_path(home), results, expectations(home))
    with open_store(home) as store:
        set_aside(store, bad, as_of, run_id or None)
    return dict(Counter(row.check_id for row in bad))


def told_aside(
    before: Sequence[CheckResult], after: Sequence[CheckResult], aside: Mapping[str, int]
) -> list[CheckResult]:
    """The results after rows were set aside; of the checks that these failed, the rows and how many they are."""
    told = {
        result.id: replace(result, detail=f"{aside[result.id]} rows were set aside")
        for result in before
        if result.id in aside
    }
    return [told.get(result.id, result) if result.success else result for result in after]


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
