"""Reading: what light commands show from the published copy. Imports neither Prefect nor Great Expectations."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb

from transforms.watch.states import State
from warehouse.asking import Table as Table
from warehouse.asking import run_query as run_query
from warehouse.board import board, states
from warehouse.errors import BadQuery
from warehouse.store import Row, fetch, sql
from warehouse.watching import state_row


def last_as_of(con: duckdb.DuckDBPyConnection) -> date | None:
    """The day as of which the last finished run judged; null where none finished."""
    row = con.execute(sql("queries/last_as_of")).fetchone()
    return row[0] if row else None


def source_health(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """How each source did at the last run."""
    return fetch(con.execute(sql("queries/source_health")))


def follow_ups(
    con: duckdb.DuckDBPyConnection,
    as_of: date,
    status: str | None = None,
    *,
    party: Sequence[str] = (),
    portfolio: str | None = None,
    due_before: date | None = None,
    modality: str | None = None,
    attribution: str | None = None,
) -> list[dict[str, Any]]:
    """Promises known on a day with their states as of that day, the most pressing first.

    The keys are those of the extraction format, and id, status and what the status rests on. All parties named
    must take part.
    """
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    meetings = dict(con.execute(sql("queries/report_meetings")).fetchall())
    found = [_follow_up(known, as_of, articles, meetings) for known in states(con, as_of)]
    kept = [
        row
        for row in found
        if (status is None or row["status"] == status)
        and set(party) <= set(row["parties"])
        and (portfolio is None or row["portfolio"] == portfolio)
        and (due_before is None or (row["window_end"] is not None and row["window_end"] < due_before.isoformat()))
        and (modality is None or row["modality"] == modality)
        and (attribution is None or row["attribution"] == attribution)
    ]
    return sorted(kept, key=_urgency)


def flags(con: duckdb.DuckDBPyConnection, as_of: date, severity: str | None = None) -> list[dict[str, Any]]:
    """Flags that stand as of a day, the gravest first, with the article to read."""
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    found = []
    for flag in board(con, as_of).flags:
        article = articles.get(flag.article_id or "")
        row = {
            "id": flag.id,
            "code": flag.code.value,
            "severity": flag.severity.value,
            "subject": flag.subject,
            "subject_kind": flag.subject_kind,
            "detail": flag.detail,
            "quote": flag.quote,
            "article": flag.article_id,
            "title": article and article["title"],
            "url": article and article["url"],
        }
        if severity is None or row["severity"] == severity:
            found.append(row)
    return found


def schema(con: duckdb.DuckDBPyConnection, table: str | None = None) -> list[dict[str, Any]]:
    """Tables and views with what they hold; of one table (`core.meeting`, or `meeting`), its columns.

    Raises:
        BadQuery: there is no such table.
    """
    if table is None:
        return [dict(row) for row in fetch(con.execute(sql("queries/schema_tables")))]
    found = fetch(con.execute(sql("queries/schema_columns"), {"table": table}))
    if not found:
        raise BadQuery(f"There is no table {table}.", advice="liqaa schema lists them.")
    return [dict(row) for row in found]


_URGENCY = (
    "overdue due postponed open met_late met met_early confirmed cancelled lapsed dismissed".split()
)  # what asks for attention first


def _urgency(row: dict[str, Any]) -> tuple[int, str, str]:
    return (_URGENCY.index(row["status"]), row["window_end"] or "9999", row["id"])


def _follow_up(known: State, as_of: date, articles: dict[str, Any], meetings: dict[str, str]) -> dict[str, Any]:
    promise = known.promise
    lead = promise.lead
    row = state_row(known, as_of)
    values = "attribution speaker portfolio level body session_no visitor host place what".split()
    told = {telling.article_id: telling for telling in promise.tellings}
    return {
        "id": promise.id,
        "status": known.status.value,
        "kind": lead.kind,
        "window_start": promise.window and promise.window.first.isoformat(),
        "window_end": promise.window and promise.window.last.isoformat(),
        "modality": promise.last.modality,
        "parties": sorted(promise.first.parties),
        "quote": lead.quote,
        **{name: promise.value(name) for name in values},
        "meeting": meetings.get(promise.first.meeting_report_id or ""),
        "as_of": as_of.isoformat(),
        "since": known.since.isoformat(),
        "explanation": known.explanation,
        "commitment": promise.commitment,
        "slips": promise.slips,
        "windows": [
            {"told": s.day.isoformat(), "start": s.window.first.isoformat(), "end": s.window.last.isoformat()}
            for s in promise.statements
            if s.window
        ],
        "watch": row["watch"],
        "articles_read": row["articles"],
        "sources_read": row["sources"],
        "alert_from": known.alert_from and known.alert_from.isoformat(),
        "report": row["report_id"],
        "report_meeting": meetings.get(row["report_id"] or ""),
        "score": row["score"],
        "level_change": row["level_change"],
        "reasons": list(known.fulfilment.reasons) if known.fulfilment else [],
        "sources": [
            {
                "article": key,
                "source": telling.source,
                "witness": telling.witness,
                "day": telling.day.isoformat(),
                "quote": telling.quote,
                "title": articles[key]["title"] if key in articles else None,
                "url": articles[key]["url"] if key in articles else None,
            }
            for key, telling in told.items()
        ],
    }
