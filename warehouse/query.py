"""Reading: what light commands show from the published copy. Imports neither Prefect nor Great Expectations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from transforms.watch.desks import Desk, Matter, concerns
from transforms.watch.states import State
from warehouse.asking import Table as Table
from warehouse.asking import run_query as run_query
from warehouse.board import board, states
from warehouse.catalog import column_def, key_of
from warehouse.errors import BadQuery
from warehouse.store import Row, fetch, sql
from warehouse.watching import state_row


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises to show; what is not given sets no limit."""

    status: str | None = None
    party: Sequence[str] = ()  # all of them take part
    group: Sequence[str] = ()  # of each of these groups of states at least one takes part
    kind: str | None = None
    portfolio: str | None = None
    due_before: date | None = None  # the window ends before this day
    modality: str | None = None
    attribution: str | None = None
    desk: Desk | None = None


def last_as_of(con: duckdb.DuckDBPyConnection) -> date | None:
    """The day as of which the last finished run judged; null where none finished."""
    row = con.execute(sql("queries/last_as_of")).fetchone()
    return row[0] if row else None


def source_health(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """How each source did at the last run."""
    return fetch(con.execute(sql("queries/source_health")))


def follow_ups(con: duckdb.DuckDBPyConnection, as_of: date, wanted: Wanted = Wanted()) -> list[dict[str, Any]]:
    """Promises known on a day with their states as of that day, the most pressing first.

    The keys are those of the extraction format, and id, status and what the status rests on.
    """
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    meetings = dict(con.execute(sql("queries/report_meetings")).fetchall())
    chosen = [known for known in states(con, as_of) if is_wanted(known, wanted)]
    return sorted((follow_up_row(known, as_of, articles, meetings) for known in chosen), key=_urgency)


def is_wanted(known: State, wanted: Wanted) -> bool:
    """Whether a promise is among those to show."""
    promise = known.promise
    parties = promise.first.parties
    own = {
        "status": known.status.value,
        "kind": promise.lead.kind,
        "portfolio": promise.value("portfolio"),
        "modality": promise.last.modality,
        "attribution": promise.value("attribution"),
    }
    if any(getattr(wanted, name) not in (None, value) for name, value in own.items()):
        return False
    if wanted.due_before and (promise.window is None or promise.window.last >= wanted.due_before):
        return False
    if not set(wanted.party) <= parties:
        return False
    if any(not concerns(Desk(groups=(name,)), Matter(parties)) for name in wanted.group):
        return False
    return wanted.desk is None or concerns(wanted.desk, matter_of(known))


def matter_of(known: State) -> Matter:
    """What a promise is, as far as desks are concerned."""
    promise = known.promise

    def told(name: str) -> tuple[str, ...]:
        value = promise.value(name)
        return () if value is None else (str(value),)

    return Matter(
        promise.first.parties,
        frozenset(told("track")),
        frozenset(told("told_level")),
        (*told("speaker"), *(telling.quote for telling in promise.tellings)),
        told("body"),
    )


def flags(
    con: duckdb.DuckDBPyConnection,
    as_of: date,
    severity: str | None = None,
    desk: Desk | None = None,
    accepted: bool = False,
) -> list[dict[str, Any]]:
    """Flags that stand as of a day, the gravest first, with the article to read and since when they are known.

    Those that a person has accepted by then stay quiet unless they are asked for.
    """
    quiet = {row["subject"] for row in fetch(con.execute(sql("queries/accepted_flags"), {"as_of": as_of}))}
    kept = {row["id"]: row for row in fetch(con.execute(sql("queries/known_flags")))}
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    told = matters(con, as_of) if desk else {}
    found = []
    for flag in board(con, as_of).flags:
        if severity not in (None, flag.severity.value) or (flag.id in quiet) > accepted:
            continue
        history = kept.get(flag.id)
        if desk and not any(concerns(desk, matter) for matter in told.get(flag.subject, ())):
            continue
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
            "first_seen": min(history["first_seen"], as_of).isoformat() if history else as_of.isoformat(),
            "accepted": flag.id in quiet,
        }
        found.append(row)
    return found


def matters(con: duckdb.DuckDBPyConnection, as_of: date) -> dict[str, list[Matter]]:
    """What each article, meeting, instrument and promise is about, by its id."""
    found: dict[str, list[Matter]] = {}
    for row in fetch(con.execute(sql("queries/matters"), {"as_of": as_of})):
        matter = Matter(
            frozenset(row["parties"]),
            frozenset(row["portfolios"] or ()),
            frozenset(row["offices"] or ()),
            tuple(row["people"] or ()),
            (row["body"],) if row["body"] else (),
        )
        for subject in {row["id"], row["thing"], row["article_id"]} - {None}:
            found.setdefault(subject, []).append(matter)
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


def dictionary(con: duckdb.DuckDBPyConnection, table: str | None = None) -> list[dict[str, Any]]:
    """Every column of every table and view, or of one, with whether it is of the key, and what it refers to.

    Raises:
        BadQuery: there is no such table.
    """
    found = []
    for row in fetch(con.execute(sql("queries/schema_all"), {"table": table})):
        reference = column_def(row).reference
        key = row["column_name"] in key_of(row["said"] or "")
        found.append(dict(row) | {"key": key, "reference": ".".join(reference) if reference else None})
    if not found:
        raise BadQuery(f"There is no table {table}.", advice="liqaa schema lists them.")
    return found


_URGENCY = (
    "overdue due postponed open met_late met met_early confirmed cancelled lapsed dismissed".split()
)  # what asks for attention first


def _urgency(row: dict[str, Any]) -> tuple[int, str, str]:
    return (_URGENCY.index(row["status"]), row["window_end"] or "9999", row["id"])


def follow_up_row(known: State, as_of: date, articles: dict[str, Any], meetings: dict[str, str]) -> dict[str, Any]:
    """A promise as lists show it.

    Args:
        known: its state.
        as_of: the day of that state.
        articles: where to read each article, by its id.
        meetings: the meeting of each report of one.
    """
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
