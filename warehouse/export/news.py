"""What a feed tells: the meetings that became known last."""

from typing import Any

import duckdb

from warehouse.store import fetch, sql


def latest_meetings(con: duckdb.DuckDBPyConnection, most: int) -> list[dict[str, Any]]:
    """The meetings that were told last, the latest first, each with the article that told it first."""
    return [dict(row) for row in fetch(con.execute(sql("queries/export_meetings"), {"most": most}))]
