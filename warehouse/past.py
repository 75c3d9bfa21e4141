"""The warehouse as of a day: every table and mart, from the reports and decisions known then and from nothing later."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from warehouse.link import link
from warehouse.linking import KINDS
from warehouse.store import Store, open_memory, open_snapshot, refresh_views, snapshot_path, sql

# What is read where it lies: too large to copy, or never written by linking.
_SEEN = ("core.article_text", "core.evidence")
# Columns that say since when a row is known, the first of them that a table has.
_KNOWN_BY = ("day", "as_of", "started_at")
_DERIVED = frozenset(table for kind in KINDS for table in (kind.table, *kind.tables))
_OWN = _DERIVED | {
    "core.participation",
    "core.review_target",
    "quality.follow_up_state",
    "quality.flag",
    "quality.judged_input",
    "quality.judged_day",
}


@contextmanager
def open_past(snapshot: Path, day: date, *, sealed: bool = True) -> Iterator[Store]:
    """A copy in memory of a published snapshot, as it would stand had nothing come after a day.

    Reports whose effective day is on or before the day are there, with the decisions of people made by then. What
    later reports or decisions touched is linked anew without them; the rest stands as it is.
    """
    with open_memory() as store:
        store.con.execute(f"attach '{str(snapshot.resolve()).replace(chr(39), chr(39) * 2)}' as snap (read_only)")
        with store.transaction():
            _copy(store, day)
        link(store, day)
        refresh_views(store)
        if sealed:
            store.con.execute("set enable_external_access = false")
        yield store


@contextmanager
def open_as_of(home: Path, day: date) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published snapshot of a home where it knows nothing later than a day, else the past.

    Raises:
        NoSnapshot: nothing has been published in this home.
    """
    con = open_snapshot(home)
    try:
        (later,) = con.execute(sql("queries/past_later"), {"day": day}).fetchone() or (False,)
        if not later:
            yield con
            return
    finally:
        con.close()
    with open_past(snapshot_path(home), day) as past:
        yield past.con


def _copy(store: Store, day: date) -> None:
    for table, columns in _tables(store).items():
        if table in _OWN:
            continue
        known = next((column for column in _KNOWN_BY if column in columns), None)
        limit = f"{known}::date <= date '{day}'" if known else "true"
        if table in _SEEN or table.startswith("raw."):
            store.run("queries/past_view", table=table, limit=limit if table in _SEEN else "true")
        else:
            store.run("queries/past_rows", table=table, limit=limit)
    for kind in KINDS:
        _copy_kind(store, kind.name, kind.table, kind.column, kind.tables, day)
    store.run("queries/past_participations", {"day": day})
    store.run("queries/past_links", {"day": day})
    store.run("queries/past_fulfilments")


def _copy_kind(store: Store, name: str, table: str, column: str, tables: tuple[str, ...], day: date) -> None:
    """Reports of one kind with what they belong to, as far as nothing that came later has a part in it."""
    names = {"table": table, "column": column}
    late = "last_day" if name == "person" else "day"
    store.run("queries/past_touched", {"day": day, "kind": name}, late=late, **names)
    size = -1
    while size != (size := int(store.rows("queries/past_size")[0]["touched"])):
        store.run("queries/past_reach", {"kind": name}, **names)
    store.run("queries/past_reports", {"day": day}, late=late, **names)
    for own in tables:
        store.run("queries/past_things", table=own, key="id" if own == tables[0] else column)
    store.run("queries/past_keep", kind=name)


def _tables(store: Store) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in store.rows("queries/past_tables"):
        found.setdefault(row["name"], set()).add(row["column_name"])
    return found
