"""What the report is made of, read from the published copy as of a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from warehouse.query import flags, follow_ups
from warehouse.store import Row, fetch, sql


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a report tells, as rows; each list is in the order in which it is to be read."""

    as_of: date
    runs: list[Row]  # newest first
    sources: list[Row]
    source_months: list[Row]
    source_events: list[Row]  # changes of state of the last weeks
    rejections: list[Row]
    not_coded: list[Row]
    articles: dict[str, Row]
    fresh: frozenset[str]  # articles that the last run was the first to receive
    promises: list[dict[str, Any]]  # as `warehouse.query.follow_ups` gives them
    changes: list[Row]  # promises whose state the last run found changed
    history: list[Row]
    candidates: list[Row]
    meetings: list[Row]
    people: list[Row]
    tellings: list[Row]
    agreements: list[Row]
    flags: list[Row]
    doubtful: list[Row]
    corrections: list[Row]  # what later wordings of articles changed
    checks: list[Row]
    check_history: list[Row]


def material(con: duckdb.DuckDBPyConnection, as_of: date) -> Material:
    """Read a snapshot as of a day. The last run is the last that ended, whatever became of it."""

    def rows(name: str, **values: Any) -> list[Row]:
        return fetch(con.execute(sql(f"queries/report/{name}"), values or None))

    runs = rows("runs")
    last = runs[0]["id"] if runs else None
    return Material(
        as_of=as_of,
        runs=runs,
        sources=rows("sources", as_of=as_of),
        source_months=rows("source_months", as_of=as_of),
        source_events=rows("source_events", as_of=as_of),
        rejections=rows("rejections"),
        not_coded=rows("not_coded", as_of=as_of),
        articles={row["id"]: row for row in rows("articles", as_of=as_of)},
        fresh=frozenset(row["article_id"] for row in rows("fresh_articles", run_id=last)),
        promises=follow_ups(con, as_of),
        changes=rows("changes", as_of=as_of, run_id=last),
        history=rows("history", as_of=as_of),
        candidates=rows("candidates", as_of=as_of),
        meetings=rows("meetings", as_of=as_of),
        people=rows("people", as_of=as_of),
        tellings=rows("tellings", as_of=as_of),
        agreements=rows("agreements", as_of=as_of),
        flags=rows("flags", as_of=as_of) if runs and runs[0]["as_of"] == as_of else _judged_flags(con, as_of),
        doubtful=rows("doubtful", as_of=as_of),
        corrections=rows("corrections", as_of=as_of),
        checks=rows("checks", run_id=last),
        check_history=rows("check_history"),
    )


def _judged_flags(con: duckdb.DuckDBPyConnection, as_of: date) -> list[Row]:
    """Flags as of a day on which no run has judged."""
    return [row | {"article_id": row["article"], "first_seen": as_of} for row in flags(con, as_of)]
