"""What was rejected: to look at, and to try again after a mend."""

from collections.abc import Sequence
from typing import Any

import duckdb

from warehouse.store import Row, Store, fetch, sql


def rejections(
    con: duckdb.DuckDBPyConnection, source: str | None = None, code: str | None = None, limit: int | None = None
) -> list[Row]:
    """Rejections with their reasons, the latest first."""
    wanted: dict[str, Any] = {"source": source, "code": code, "limit": limit or 2**60}
    return fetch(con.execute(sql("queries/rejections"), wanted))


def forget(store: Store, ids: Sequence[str]) -> None:
    """Take back rejections; items among them wait to be read again."""
    store.run("queries/forget_rejections", {"ids": list(ids)})
