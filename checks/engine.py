"""Great Expectations on a DuckDB file, pushed down as SQL. The only module that knows it; its import takes seconds."""

import logging
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"  # before the import: nothing is sent anywhere

import duckdb_engine
import great_expectations as gx
from great_expectations.core.expectation_suite import ExpectationSuite
from great_expectations.core.run_identifier import RunIdentifier
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.data_context.types.resource_identifiers import (
    ExpectationSuiteIdentifier,
    ValidationResultIdentifier,
)
from sqlalchemy import Boolean, Date, Float, Integer, String
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.types import NullType

from checks.results import CheckResult
from checks.rows import ExpectNoSuchRows
from checks.suites import Expected
from warehouse.store import sql

gxe: Any = gx.expectations  # its classes are re-exported without saying so
Expectation: Any = gxe.Expectation
_ROWS = 20  # unexpected rows kept of each expectation
_FORMAT = {"result_format": "COMPLETE", "partial_unexpected_count": _ROWS}


_Context: Any = duckdb_engine.Dialect.execution_ctx_cls
_TYPES = {"VARCHAR": String, "INTEGER": Integer, "BIGINT": Integer, "DOUBLE": Float, "BOOLEAN": Boolean, "DATE": Date}


class _BufferedContext(_Context):  # type: ignore[misc]
    """Fetch results before their connection closes: the dialect's own cursor is empty by then."""

    def post_exec(self) -> None:
        super().post_exec()
        if self.cursor.description:
            self.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
                self.cursor, self.cursor.description, initial_buffer=self.cursor.fetchall()
            )


def _columns(_: Any, connection: Any, table_name: str, schema: str | None = None, **__: Any) -> list[dict[str, Any]]:
    """The columns of a table, asked of DuckDB: the dialect asks PostgreSQL's catalog, fifty times slower."""
    rows = connection.exec_driver_sql(sql("queries/columns"), (f"{schema}.{table_name}",)).fetchall()
    return [
        {"name": name, "type": _TYPES.get(kind, NullType)(), "nullable": True, "default": None} for name, kind in rows
    ]


def _no_keys(*_: Any, **__: Any) -> dict[str, Any]:
    """The primary key of a table: the warehouse declares none, and asking PostgreSQL's catalog for it is slow."""
    return {"constrained_columns": [], "name": None}


def _no_transaction(*_: Any) -> None:
    """Nothing is written, and nobody else may write meanwhile: a transaction a query costs a third of the queries."""


@contextmanager
def _configured_once() -> Iterator[None]:
    """While it lasts, each expectation makes its configuration once; else it does so dozens of times.

    The library makes an expectation anew wherever it changes one, so that none of these changes later.
    """
    known: dict[int, tuple[Any, Any]] = {}  # with the expectation itself, so that its number stays its own
    making = Expectation.configuration

    def kept(expectation: Any) -> Any:
        if id(expectation) not in known:
            known[id(expectation)] = expectation, making.fget(expectation)
        return known[id(expectation)][1]

    Expectation.configuration = property(kept)
    try:
        yield
    finally:
        Expectation.configuration = making


def validate(database: Path, suites: Mapping[str, Sequence[Expected]], docs: Path | None = None) -> list[CheckResult]:
    """Run every suite on a database file, read-only, and write Data Docs into a folder where one is given."""
    dialect: Any = duckdb_engine.Dialect
    dialect.execution_ctx_cls, dialect.get_columns = _BufferedContext, _columns
    dialect.get_pk_constraint = _no_keys
    dialect.do_begin = dialect.do_rollback = _no_transaction
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    with warnings.catch_warnings(), _configured_once():
        warnings.simplefilter("ignore")
        context: Any = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        # It writes its whole configuration as YAML for every table, and forgets it with the process.
        context._save_project_config = lambda *_: None
        if docs is not None:
            _data_docs(context, docs)
        source = context.data_sources.add_sql(
            "warehouse",
            connection_string=f"duckdb:///{database}",
            kwargs={"connect_args": {"read_only": True}},
            create_temp_table=False,
        )
        try:
            made = {table: _suite(table, suite) for table, suite in suites.items()}
            if docs is not None:
                for suite in made.values():
                    context.suites.add(suite)
            outcomes = _tried(source, made)
            if docs is not None:
                _documented(context, outcomes)
        finally:
            # Without this, the next connection for writing in this process would be refused.
            source.get_engine().dispose()
            source.get_execution_engine().engine.dispose()
    return _results(outcomes, suites)


def _tried(source: Any, suites: Mapping[str, ExpectationSuite]) -> list[Any]:
    """Each suite's outcome and nothing else: what a context keeps of suites and runs costs as much as they do."""
    return [_whole(source, table).get_batch().validate(suite, result_format=_FORMAT) for table, suite in suites.items()]


def _documented(context: Any, outcomes: Sequence[Any]) -> None:
    """Write Data Docs of these outcomes.

    They are put where a checkpoint would put them: its own run reads every suite anew from the store, five times each.
    """
    run = RunIdentifier(run_time=datetime.now(UTC))
    for outcome in outcomes:
        outcome.meta |= {"run_id": run, "validation_time": run.run_time}
        suite = ExpectationSuiteIdentifier(name=outcome.suite_name)
        key = ValidationResultIdentifier(suite, run, outcome.batch_id)
        context.validation_results_store.store_validation_results(outcome, key, suite)
    context.build_data_docs()


def _whole(source: Any, table: str) -> Any:
    """A table as a batch of all its rows."""
    schema, name = table.split(".")
    return source.add_table_asset(table, table_name=name, schema_name=schema).add_batch_definition_whole_table("all")


def _suite(table: str, suite: Sequence[Expected]) -> ExpectationSuite:
    return ExpectationSuite(name=table, expectations=[_expectation(each) for each in suite])


def _expectation(expected: Expected) -> Any:
    common: dict[str, Any] = {
        "severity": expected.severity,
        "meta": {"id": expected.id},
        "description": expected.expectation,
    }
    match expected.kind:
        case "columns":
            return gxe.ExpectTableColumnsToMatchSet(column_set=list(expected.columns), exact_match=True, **common)
        case "in_set":
            return gxe.ExpectColumnValuesToBeInSet(column=expected.columns[0], value_set=list(expected.words), **common)
        case "unique" if len(expected.columns) == 1:
            return gxe.ExpectColumnValuesToBeUnique(column=expected.columns[0], **common)
        case "unique":
            return gxe.ExpectCompoundColumnsToBeUnique(column_list=list(expected.columns), **common)
        case "rows":
            return ExpectNoSuchRows(unexpected_rows_query=_query(expected), **common)
    raise ValueError(f"no expectation is of kind {expected.kind}")


def _query(expected: Expected) -> str:
    """A query as Great Expectations takes it: braces doubled, the batch named (else it prints a line each time)."""
    text = (expected.query or "").replace("{", "{{").replace("}", "}}")
    return f"/* of {{batch}} */ {text}"


def _data_docs(context: Any, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in list(context.list_data_docs_sites()):
        context.delete_data_docs_site(name)
    context.add_data_docs_site(
        site_name="site",
        site_config={
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)},
        },
    )


def _results(outcomes: Sequence[Any], suites: Mapping[str, Sequence[Expected]]) -> list[CheckResult]:
    known = {expected.id: expected for suite in suites.values() for expected in suite}
    found = []
    for run in outcomes:
        for result in run.results:
            expected = known[result.expectation_config.meta["id"]]
            found.append(_result(expected, result))
    order = {"critical": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda r: (not r.failed, order[r.severity], r.table, r.expectation))


def _result(expected: Expected, result: Any) -> CheckResult:
    raised = [info for info in _exceptions(result.exception_info) if info.get("raised_exception")]
    seen: dict[str, Any] = result.result or {}
    details = seen.get("details") or {}
    rows = details.get("unexpected_rows") or []
    if not rows and seen.get("partial_unexpected_list"):
        rows = [_named(expected, value) for value in seen["partial_unexpected_list"]]
    count = seen.get("unexpected_count")
    if expected.kind == "rows" and not raised:
        count = int(seen.get("observed_value") or 0)
    elif expected.kind == "columns" and not result.success:
        rows = [{"columns": details.get("mismatched", seen.get("observed_value"))}]
    return CheckResult(
        id=expected.id,
        table=expected.table,
        suite=expected.table,
        expectation=expected.expectation,
        column=expected.columns[0] if expected.kind == "in_set" else None,
        severity=expected.severity,
        success=bool(result.success) and not raised,
        fault=bool(raised),
        unexpected=count,
        rows=tuple(dict(row) for row in rows[:_ROWS]),
        detail=str(raised[0].get("exception_message")) if raised else None,
    )


def _named(expected: Expected, value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    return {expected.columns[0]: value}


def _exceptions(info: Any) -> list[Mapping[str, Any]]:
    """GX gives one mapping, or one for each metric."""
    if not info:
        return []
    if "raised_exception" in info:
        return [info]
    return [entry for entry in info.values() if isinstance(entry, Mapping)]
