"""The watch as rows: states of promises with their history, flags, and how sources do, as of a run's day."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from transforms.ids import bytes_id
from transforms.records import WHOLE
from transforms.watch.flags import Flag
from transforms.watch.health import Habits, Health, health, lacking, next_try
from transforms.watch.states import State
from warehouse.board import Anew, board
from warehouse.load import insert_new, merge
from warehouse.rows import WatchSummary
from warehouse.store import Row, Store

WATCH_VERSION = "2"  # raise it when a rule of states or flags changes: then everything is judged anew
_CALENDAR = frozenset(
    {("open", "due"), ("due", "overdue"), ("open", "overdue"), ("open", "lapsed"), ("due", "lapsed")}
    | {("overdue", "lapsed"), ("postponed", "due"), ("postponed", "overdue"), ("postponed", "lapsed")}
)
_PERSONAL = frozenset({"dismissed", "confirmed"})


def watch(store: Store, as_of: date, run_id: str | None = None) -> WatchSummary:
    """Judge promises, flags and sources as of a day and write the result, in one transaction.

    Only what rests on something new is judged, or what the days since may have changed; the result is the same as if
    everything was.
    """
    with store.transaction():
        _write_health(store, as_of, run_id)
        known = store.rows("queries/watch_later", {"day": as_of})[0]
        anew = _anew(store, as_of, later=known["later"], forgotten=known["forgotten"])
        judged = board(store.con, as_of, anew)
        every = {"all": known["later"] or known["forgotten"]}
        rows = [state_row(known, as_of) for known in judged.states]
        changed = _write_history(store, rows, judged.states, as_of, run_id)
        merge(store, "quality.follow_up_state", rows, key=("follow_up_id",))
        store.run("queries/watch_states", every)
        store.run("queries/watch_standing", {"as_of": as_of})
        _write_flags(store, judged.flags, store.rows("queries/watch_flags_known", every), as_of)
        _remember(store, judged.states, whole=anew is not None)
        store.run("queries/judged", {"as_of": as_of})
    counts: dict[str, dict[str, int]] = {"state": {}, "flag": {}}
    for row in store.rows("queries/watch_counts"):
        counts[row["what"]][row["value"]] = row["count"]
    return WatchSummary(states=counts["state"], flags=counts["flag"], changed=changed)


def _anew(store: Store, as_of: date, *, later: bool, forgotten: bool) -> Anew | None:
    """What must be judged anew; null: everything, since something is known that the day did not know (`later`).

    `forgotten`: nothing is remembered of what was judged, so that no flag stands on what is not.
    """
    store.run("queries/watch_days")
    store.run("queries/watch_moved", {"version": WATCH_VERSION, "as_of": as_of, "all": later})
    if later:
        return None
    moved: dict[str, list[str]] = {"meeting": [], "follow_up": []}
    for row in store.rows("queries/watch_anew"):
        moved[row["kind"]].append(row["subject"])
    standing = [] if forgotten else store.rows("queries/watch_kept")
    kept = frozenset((row["code"], row["article_id"]) for row in standing)
    return Anew(tuple(moved["meeting"]), tuple(moved["follow_up"]), kept)


def _remember(store: Store, states: tuple[State, ...], *, whole: bool) -> None:
    """Keep until when each judgement stands; of one that did not rest on all that is known, nothing."""
    if not whole:
        store.run("queries/watch_forgotten")
        return
    rows = [
        {
            "kind": "follow_up",
            "subject": known.promise.id,
            "until": known.until,
            "counted_first": known.counted and known.counted.first,
            "counted_last": known.counted and known.counted.last,
        }
        for known in states
        if known.until or known.counted
    ]
    store.run("queries/watch_settled", staged=store.stage("quality.judged_input", rows))


def state_row(known: State, as_of: date) -> dict[str, Any]:
    """The row of quality.follow_up_state of a state."""
    promise = known.promise
    return {
        "follow_up_id": promise.id,
        "as_of": as_of,
        "status": known.status.value,
        "since": known.since,
        "window_start": promise.window and promise.window.first,
        "window_end": promise.window and promise.window.last,
        "slips": promise.slips,
        "watch": known.seen and known.seen.watch.value,
        "articles": known.seen and known.seen.articles,
        "sources": known.seen and known.seen.sources,
        "alert_from": known.alert_from,
        "commitment": promise.commitment,
        "report_id": known.fulfilment and known.fulfilment.event.id,
        "score": known.fulfilment and known.fulfilment.score,
        "level_change": known.fulfilment and known.fulfilment.level_change,
        "explanation": known.explanation,
    }


def _write_history(
    store: Store, rows: list[dict[str, Any]], states: tuple[State, ...], as_of: date, run_id: str | None
) -> int:
    """Append the promises whose state is another one than before; how many they are."""
    known_of = {"as_of": as_of, "ids": [row["follow_up_id"] for row in rows]}
    last = {row["follow_up_id"]: row for row in store.rows("queries/last_status", known_of)}
    changes = []
    for row, known in zip(rows, states, strict=True):
        before = last.get(row["follow_up_id"])
        if before is None or before["status"] != row["status"]:
            change = {
                "follow_up_id": row["follow_up_id"],
                "as_of": as_of,
                "status": row["status"],
                "before": before and before["status"],
                "cause": _cause(known, before),
                "explanation": row["explanation"],
                "run_id": run_id,
            }
            changes.append(change)
    merge(store, "quality.follow_up_status", changes, key=("follow_up_id", "as_of"))
    return len(changes)


def _cause(known: State, before: Row | None) -> str:
    """What changed a state: a person, a report, the calendar, or a rule of ours."""
    if before is None:
        return "new_report"
    if known.status.value in _PERSONAL or before["status"] in _PERSONAL:
        return "person"
    days = [telling.day for telling in known.promise.tellings]
    if known.fulfilment and known.status.value.startswith("met"):
        days.append(known.fulfilment.event.day)
    if max(days) > before["as_of"]:
        return "new_report"
    return "time" if (before["status"], known.status.value) in _CALENDAR else "new_code"


def _write_flags(store: Store, standing: tuple[Flag, ...], before: Sequence[Row], as_of: date) -> None:
    """Bring the flags in line: first and last seen, resolved when no longer raised, quiet when accepted."""
    known = {row["id"]: row for row in before}
    accepted = {row["subject"]: row["day"] for row in store.rows("queries/accepted_flags", {"as_of": as_of})}
    rows = [_flag_row(flag, known.get(flag.id), accepted.get(flag.id), as_of) for flag in standing]
    raised = {row["id"] for row in rows}
    for key, row in known.items():
        if key not in raised and row["resolved"] is None:
            rows.append(dict(row) | {"resolved": as_of})
    merge(store, "quality.flag", rows, key=("id",))
    for name in ("flags", "accepted"):
        store.run(f"queries/watch_{name}", {"as_of": as_of})


def _flag_row(flag: Flag, before: Row | None, accepted: date | None, as_of: date) -> dict[str, Any]:
    return {
        "id": flag.id,
        "code": flag.code.value,
        "severity": flag.severity.value,
        "subject_kind": flag.subject_kind,
        "subject": flag.subject,
        "article_id": flag.article_id,
        "quote": flag.quote,
        "detail": flag.detail,
        "first_seen": min(before["first_seen"], as_of) if before else as_of,
        "last_seen": max(before["last_seen"], as_of) if before else as_of,
        "resolved": None,
        "accepted": accepted,
    }


def _write_health(store: Store, as_of: date, run_id: str | None) -> None:
    """Judge every source; a change of state is a row of its own."""
    if not store.rows("queries/known_sources"):
        return  # all that is here was given by hand
    rows, events = [], []
    before = {row["source"]: row for row in store.rows("queries/known_health")}
    known_of = {"as_of": as_of, "whole": sorted(WHOLE), "nothing": bytes_id(b"")}
    for row in store.rows("queries/source_habits", known_of):
        known = before.get(row["source"])
        judged = _health_row(row, known, as_of)
        rows.append(judged)
        if judged["state"] != (known["state"] if known else Health.HEALTHY.value):
            events.append(_event(judged, known, run_id))
    merge(store, "quality.source_health", rows, key=("source",))
    merge(store, "quality.source_event", events, key=("source", "as_of"))


def _health_row(row: Row, known: Row | None, as_of: date) -> dict[str, Any]:
    names = ("failures", "failing_since", "gone", "usual_ms", "per_day", "items", "watched_since")
    found, since = health(Habits(**{name: row[name] for name in names}), as_of)
    if known and known["state"] == found.value:
        since = min(since, known["since"])
    elif known and found in (Health.HEALTHY, Health.SLOW):
        since = as_of  # it was in another state until now, however long it has been watched
    least = json.loads(row["declared"] or "{}").get("fill") or {}
    having = {name: row[name] or 0 for name in ("title", "published", "url", "body")}
    rest = ("failures", "last_success", "last_item", "error", "moved_to", "rejected")
    own = {
        "source": row["source"],
        "as_of": as_of,
        "state": found.value,
        "since": since,
        "next_try": next_try(found, row["failures"], row["last_try"], row["retry_after"]),
        "lacking": lacking(least, row["items"], having),
    }
    return own | {name: row[name] for name in rest}


def _event(judged: Mapping[str, Any], known: Row | None, run_id: str | None) -> dict[str, Any]:
    said = f"{judged['source']} is {judged['state']}"
    said += f" since {judged['since'].isoformat()}" if judged["state"] != Health.HEALTHY.value else " again"
    said += f": {judged['error']}" if judged["error"] else "."
    values = {name: judged[name] for name in ("source", "as_of", "state")}
    return values | {"before": known and known["state"], "explanation": said, "run_id": run_id}


def write_check_results(store: Store, run_id: str, rows: list[dict[str, Any]]) -> None:
    """Write the results of a run's checks; they keep their history."""
    with store.transaction():
        insert_new(store, "quality.check_result", [row | {"run_id": run_id} for row in rows], key=("run_id", "id"))
