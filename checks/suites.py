"""Expectations of every table, made from its definition: nothing about a table is written twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.ids import row_id
from warehouse.catalog import (
    RowCheck,
    TableDef,
    reference_checks,
    required_check,
    row_checks,
    vocabulary_checks,
)


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation, before any engine is chosen for it."""

    id: str
    table: str
    kind: str  # columns, in_set, unique or rows
    expectation: str  # in words
    severity: str
    columns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # of in_set
    query: str | None = None  # of rows: every row that it gives is unexpected
    whole: bool = False  # no row is to blame for it, or it is the user's own: no row is set aside


def suite_of(table: TableDef) -> tuple[Expected, ...]:
    """Every expectation of one table."""
    names = tuple(column.name for column in table.columns)
    found = [_expected(table, "columns", "the table has the columns of its definition", names)]
    if table.key:
        said = f"{', '.join(table.key)} is unique"
        found.append(_expected(table, "unique", said, table.key))
    for column in table.columns:
        if column.vocabulary and not column.is_list:
            said = f"{column.name} is of the vocabulary"
            found.append(_expected(table, "in_set", said, (column.name,), column.vocabulary))
    queries = [
        required_check(table),
        *reference_checks(table),
        *vocabulary_checks(table),
        *(c for c in row_checks() if c.table == table.name),
    ]
    return tuple(found + [_of_rows(check) for check in queries])


def suites(tables: Sequence[TableDef], own: Sequence[Expected] = ()) -> dict[str, tuple[Expected, ...]]:
    """Every suite by its table, with what a user expects besides."""
    return {table.name: suite_of(table) + tuple(each for each in own if each.table == table.name) for table in tables}


def _expected(table: TableDef, kind: str, said: str, columns: tuple[str, ...], words: tuple[str, ...] = ()) -> Expected:
    key = row_id("check", table.name, kind, ",".join(columns) if kind != "columns" else None)
    return Expected(key, table.name, kind, said, "critical", columns, words)


def _of_rows(check: RowCheck) -> Expected:
    key = row_id("check", check.table, "rows", check.name)
    return Expected(key, check.table, "rows", check.expectation, check.severity, query=check.query, whole=check.whole)
