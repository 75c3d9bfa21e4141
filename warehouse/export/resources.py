"""What can be exported: tables and views with their columns, keys and descriptions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.catalog import ColumnDef, column_def, key_of
from warehouse.errors import BadQuery
from warehouse.store import fetch, named_sql, sql

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Resource:
    """One table or view."""

    name: str  # with its schema
    said: str  # what it holds
    key: tuple[str, ...]  # columns that tell its rows apart; empty: none are declared
    columns: tuple[ColumnDef, ...]
    comments: tuple[str, ...]  # of the columns, in order

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


def resources(con: duckdb.DuckDBPyConnection, wanted: Sequence[str] = ()) -> tuple[Resource, ...]:
    """Every table and view that may leave the house, or those that are wanted.

    Raises:
        BadQuery: one that is wanted is not among them.
    """
    rows: dict[str, list[Any]] = {}
    for row in fetch(con.execute(sql("queries/export_columns"))):
        rows.setdefault(row["name"], []).append(row)
    for name in wanted:
        if name not in rows:
            raise BadQuery(f"There is no table or view {name} to export.", advice="liqaa schema lists them.")
    return tuple(_resource(name, rows[name]) for name in rows if not wanted or name in wanted)


def rows_of(con: duckdb.DuckDBPyConnection, resource: Resource) -> Iterator[tuple[Any, ...]]:
    """The rows of a table or view, always in the same order."""
    result = con.execute(named_sql("queries/export_rows", name=resource.name))
    while batch := result.fetchmany(_BATCH):
        yield from batch


def _resource(name: str, rows: Sequence[Any]) -> Resource:
    said = rows[0]["said"] or ""
    return Resource(
        name, said, key_of(said), tuple(column_def(row) for row in rows), tuple(row["comment"] or "" for row in rows)
    )
