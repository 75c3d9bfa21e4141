"""Quarantine: rows on which a critical check failed leave the tables, with what rests on them, and are kept apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template

import duckdb

from warehouse.link import link
from warehouse.load import merge
from warehouse.one_article import let_go
from warehouse.store import Store, fetch, sql

# Tables of what was read in articles, with their place in a record: one bad row misleads, and can be left out.
# All other tables are derived from these, so that a failure there is a fault of ours and stops the publication.
PATHS: Mapping[str, str | None] = {
    "core.meeting_report": "meetings",
    "core.agreement_report": "agreements",
    "core.follow_up_report": "follow_ups",
    "core.prior_event": "prior_events",
    "core.claim": "claims",
    "core.signal": "signals",
    "core.participation": None,
}


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row on which a check failed."""

    table: str
    id: str
    check_id: str


def rows_of_query(con: duckdb.DuckDBPyConnection, table: str, check_id: str, query: str) -> list[BadRow]:
    """The rows that a check's query gives, where it is about rows that can be set aside; else none."""
    if table not in PATHS:
        return []
    found = fetch(con.execute(query))
    return [BadRow(table, row["id"], check_id) for row in found if row.get("id") is not None]


def rows_with_other_words(
    con: duckdb.DuckDBPyConnection, table: str, check_id: str, column: str, words: Sequence[str]
) -> list[BadRow]:
    """The rows whose word is not of the vocabulary, likewise."""
    if table not in PATHS:
        return []
    listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    names = {"table": table, "column": column, "words": listed, "key": "id"}
    return rows_of_query(con, table, check_id, Template(sql("queries/check_word")).substitute(names))


def set_aside(store: Store, bad: Iterable[BadRow], as_of: date, run_id: str | None = None) -> int:
    """Take bad rows out, keep them in quality.quarantine, and link anew what they were part of; how many they are.

    What was set aside before, and has been read anew since without failing, counts as released.
    """
    by_table: dict[str, list[BadRow]] = {}
    for row in bad:
        by_table.setdefault(row.table, []).append(row)
    with store.transaction():
        for table in PATHS:
            failing = [f"{row.id} {row.check_id}" for row in by_table.get(table, ())]
            store.run("queries/quarantine_release", {"as_of": as_of, "failing": failing}, table=table)
        for table, rows in by_table.items():
            _take_out(store, table, rows, as_of)
        if by_table:
            store.run("queries/suppress_orphans")
    if by_table:
        link(store, as_of, run_id)
    return len({(row.table, row.id) for rows in by_table.values() for row in rows})


def _take_out(store: Store, table: str, rows: Sequence[BadRow], as_of: date) -> None:
    ids = sorted({row.id for row in rows})
    names = {"table": table, "article": "article_id"}
    whole = {row["id"]: row for row in store.rows("queries/quarantine_rows", {"ids": ids}, **names)}
    aside = store.rows("queries/quarantined")
    before = {(each["row_id"], each["check_id"]): each["since"] for each in aside if each["table_name"] == table}
    kept = [
        {
            "table_name": table,
            "row_id": row.id,
            "check_id": row.check_id,
            "since": before.get((row.id, row.check_id), as_of),
            "released": None,
            "article_id": whole[row.id]["article_id"],
            "content": whole[row.id]["content"],
        }
        for row in rows
        if row.id in whole
    ]
    merge(store, "quality.quarantine", kept, key=("table_name", "row_id", "check_id"))
    let_go(store, {row["article_id"] for row in kept if row["article_id"]})
    if path := PATHS[table]:
        store.run("queries/quarantine_evidence", {"ids": ids}, table=table, path=path)
    store.run("queries/quarantine_drop", {"ids": ids}, table=table)
