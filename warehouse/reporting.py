"""What the report is made of, read from the published copy as of a day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from transforms.watch.desks import Desk, concerns
from warehouse.changes import changes
from warehouse.query import Wanted, flags, follow_ups, matters
from warehouse.store import Row, fetch, sql


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a report tells, as rows; each list is in the order in which it is to be read."""

    as_of: date
    desk: str | None  # the desk that it is cut to; null: everything
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
    compared: date | None  # day of the run before, with whose day this one is compared; null: there was none
    moves: list[Row]  # what is another thing than on that day, but for what is new and for states
    history: list[Row]
    candidates: list[Row]
    meetings: list[Row]
    people: list[Row]
    tenures: list[Row]  # of each person, offices with the days on which reports show them there
    spellings: list[Row]  # of each person's name
    tellings: list[Row]
    agreements: list[Row]
    flags: list[Row]
    doubtful: list[Row]
    corrections: list[Row]  # what later wordings of articles changed
    checks: list[Row]
    check_history: list[Row]
    scores: list[Row]  # of the extractor on annotated texts


def material(
    con: duckdb.DuckDBPyConnection, as_of: date, desk: Desk | None = None, snapshot: Path | None = None
) -> Material:
    """Read a snapshot as of a day. The last run is the last that ended, whatever became of it.

    A desk cuts promises, meetings, instruments, flags, doubts and moves to what concerns it; runs, sources and checks
    are everyone's. Moves are found by comparing two pasts of the snapshot's file; none are told where none is given.
    """

    def rows(name: str, **values: Any) -> list[Row]:
        return fetch(con.execute(sql(f"queries/report/{name}"), values or None))

    runs = rows("runs")
    last = runs[0]["id"] if runs else None
    ((before,),) = con.execute(sql("queries/report/run_before"), {"as_of": as_of}).fetchall()
    own = (
        {key for key, told in matters(con, as_of).items() if any(concerns(desk, each) for each in told)}
        if desk
        else set()
    )

    def ours(found: list[Row], *names: str) -> list[Row]:
        return [row for row in found if desk is None or any(row[name] in own for name in names)]

    raised = rows("flags", as_of=as_of) if runs and runs[0]["as_of"] == as_of else _judged_flags(con, as_of)
    return Material(
        as_of=as_of,
        desk=desk.name if desk else None,
        runs=runs,
        sources=rows("sources", as_of=as_of),
        source_months=rows("source_months", as_of=as_of),
        source_events=rows("source_events", as_of=as_of),
        rejections=rows("rejections"),
        not_coded=rows("not_coded", as_of=as_of),
        articles={row["id"]: row for row in rows("articles", as_of=as_of)},
        fresh=frozenset(row["article_id"] for row in rows("fresh_articles", run_id=last)),
        promises=follow_ups(con, as_of, Wanted(desk=desk)),
        changes=rows("changes", as_of=as_of, run_id=last),
        compared=before,
        moves=ours(_moves(snapshot, before, as_of), "id"),
        history=rows("history", as_of=as_of),
        candidates=rows("candidates", as_of=as_of),
        meetings=ours(rows("meetings", as_of=as_of), "id"),
        people=rows("people", as_of=as_of),
        tenures=rows("tenures", as_of=as_of),
        spellings=rows("spellings", as_of=as_of),
        tellings=rows("tellings", as_of=as_of),
        agreements=ours(rows("agreements", as_of=as_of), "id"),
        flags=ours(raised, "subject"),
        doubtful=ours(rows("doubtful", as_of=as_of), "article_a", "article_b"),
        corrections=rows("corrections", as_of=as_of),
        checks=rows("checks", run_id=last),
        check_history=rows("check_history"),
        scores=fetch(con.execute(sql("queries/evaluations"))),
    )


def _moves(snapshot: Path | None, before: date | None, as_of: date) -> list[Row]:
    """What was merged, split, corrected, restated or lost since the run before."""
    if snapshot is None or before is None:
        return []
    return [row for row in changes(snapshot, before, as_of) if row["what"] not in ("new", "state")]


def _judged_flags(con: duckdb.DuckDBPyConnection, as_of: date) -> list[Row]:
    """Flags as of a day on which no run has judged."""
    return [row | {"article_id": row["article"], "first_seen": as_of} for row in flags(con, as_of)]
