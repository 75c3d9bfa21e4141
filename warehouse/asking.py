"""One SQL statement on the published copy; imports nothing that only judging needs."""

from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.errors import BadQuery


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of an answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def as_dicts(self) -> list[dict[str, Any]]:
        """The rows as mappings."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def run_query(con: duckdb.DuckDBPyConnection, statement: str) -> Table:
    """The answer to one SQL statement.

    Raises:
        BadQuery: it cannot be run, says why.
    """
    try:
        result = con.execute(statement)
        if not result.description:
            return Table((), ())
        return Table(tuple(column[0] for column in result.description), tuple(result.fetchall()))
    except duckdb.Error as error:
        raise BadQuery(str(error).strip(), advice="liqaa schema lists tables and columns.") from error
