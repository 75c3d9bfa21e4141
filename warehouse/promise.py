"""One promise in full: what was said, what happened, how near each event comes, and what people decided."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from transforms.watch.fulfilment import Fulfilment
from transforms.watch.promises import Promise
from warehouse.board import Known, promises
from warehouse.errors import BadQuery
from warehouse.query import follow_up_row
from warehouse.store import Row, fetch, sql


def promise_called(con: duckdb.DuckDBPyConnection, given: str, as_of: date) -> Known:
    """The promise that an id, or its beginning, names on a day; the id of any report of it names it too.

    Raises:
        BadQuery: no promise, or several, are called so.
    """
    known = promises(con, as_of)
    found = [k for k in known if any(t.id.startswith(given) for t in k.state.promise.tellings)] if given else []
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(k.state.promise.id for k in found[:5])
        raise BadQuery(f'"{given}" is the beginning of several promises: {several}.', advice="Give more of the id.")
    raise BadQuery(f'No promise known on {as_of} has the id "{given}".', advice="liqaa follow-ups shows them.")


def promise_in_full(con: duckdb.DuckDBPyConnection, given: str, as_of: date) -> dict[str, Any]:
    """A promise as lists show it, with its statements, candidates (the likeliest first), decisions and history."""
    known = promise_called(con, given, as_of)
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    meetings = dict(con.execute(sql("queries/report_meetings")).fetchall())
    promise = known.state.promise
    changes = fetch(con.execute(sql("queries/promise_history"), {"id": promise.id, "as_of": as_of}))
    return follow_up_row(known.state, as_of, articles, meetings) | {
        "statements": _statements(promise),
        "candidates": _candidates(con, known.candidates),
        "decisions": [
            {"id": v.id, "day": v.day.isoformat(), "action": v.action, "report": v.report_id, "until": _iso(v.until)}
            for v in _once(known)
        ],
        "history": [{name: _iso(row[name]) for name in row} for row in changes],
    }


def _once(known: Known) -> list[Any]:
    """Each decision once, however many reports of one event it counts for."""
    return sorted({v.id: v for v in known.verdicts}.values(), key=lambda v: (v.day, v.id))


def _statements(promise: Promise) -> list[dict[str, Any]]:
    return [
        {
            "day": statement.day.isoformat(),
            "modality": statement.modality,
            "window_start": statement.window and statement.window.first.isoformat(),
            "window_end": statement.window and statement.window.last.isoformat(),
            "reports": [telling.id for telling in statement.tellings],
        }
        for statement in promise.statements
    ]


def _candidates(con: duckdb.DuckDBPyConnection, events: Sequence[Fulfilment]) -> list[dict[str, Any]]:
    """Every event that was weighed, once: as judged against the telling that it fits best."""
    best: dict[str, Fulfilment] = {}
    for event in sorted(events, key=lambda e: (-e.score, e.telling_id)):
        best.setdefault(event.event.id, event)
    told = {row["id"]: row for row in fetch(con.execute(sql("queries/candidate_reports"), {"ids": list(best)}))}
    return [_candidate(event, told.get(report, {})) for report, event in best.items()]


def _candidate(event: Fulfilment, told: Row) -> dict[str, Any]:
    names = ("event", "quote", "date", "city", "country", "occasion", "framework", "title", "url", "source", "witness")
    row: Mapping[str, Any] = told
    return {
        "report": event.event.id,
        "kind": event.event.kind,
        "told": event.event.day.isoformat(),
        "score": event.score,
        "decision": event.decision.value,
        "level_change": event.level_change,
        "reasons": list(event.reasons),
        **{name: row.get(name) for name in names},
    }


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
