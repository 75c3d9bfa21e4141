"""Bodies, institutions and organisations: what reports name beside people, one row each."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from transforms.ids import normal, row_id
from transforms.resolve.members import memberships
from warehouse.load import merge
from warehouse.store import Store

_NUMBER = re.compile(r"\d+")
Row = Mapping[str, Any]


def refresh_bodies(store: Store) -> None:
    """Bring the tables of bodies, institutions and organisations in line with the reports."""
    bodies: dict[str, list[Row]] = {}
    for row in store.rows("queries/body_mentions"):
        bodies.setdefault(body_id(row["name"], row["parties"]), []).append(row)
    _renew(store, "core.body", [_body(key, rows) for key, rows in bodies.items()])
    _renew(store, "core.body_session", [s for key, rows in bodies.items() for s in _sessions(key, rows)])
    institutions = [
        dict(row) | {"id": row_id("institution", row["party"], row["portfolio"] or normal(row["name"]))}
        for row in store.rows("queries/institution_mentions")
    ]
    _renew(store, "core.institution", _earliest(institutions))
    organisations = [
        dict(row) | {"id": row_id("organisation", row["code"], normal(row["name"]) if row["name"] else None)}
        for row in store.rows("queries/organisation_mentions")
    ]
    _renew(store, "core.organisation", _earliest(organisations))
    _renew_members(store, {_known_as(row["code"], row["name"]): row["id"] for row in organisations})


def _renew_members(store: Store, ids: Mapping[str, str]) -> None:
    """Members of the organisations that reports name, by code or name."""
    rows = [
        {"organisation_id": ids[key], "party": known.party, "since": known.since, "until": known.until}
        for known in memberships()
        if (key := normal(known.organisation)) in ids
    ]
    store.stage("core.organisation_member", rows)
    store.run("queries/renew_members")


def _known_as(code: str, name: str | None) -> str:
    return normal(name if code == "ORG" and name else code)


def body_id(name: str, parties: Sequence[str]) -> str:
    """Id of a body: its parties and its name without numbers of sessions."""
    return row_id("body", *sorted(parties), " ".join(_NUMBER.sub(" ", normal(name)).split()))


def _renew(store: Store, table: str, rows: Sequence[Row]) -> None:
    """Make a table hold exactly these rows, touching only what differs."""
    merge(store, table, rows, key=("id",))
    store.run("queries/drop_missing", target=table, staged="stage_" + table.replace(".", "_"))


def _earliest(rows: Sequence[Row]) -> list[Row]:
    """One row an id: the first mention's values, with the last day of all."""
    by_id: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (row["day"], row["name"] or "")):
        kept = by_id.setdefault(row["id"], dict(row))
        kept["last_day"] = max(kept["last_day"], row["last_day"])
        kept["name"] = kept["name"] or row["name"]
    return list(by_id.values())


def _body(key: str, rows: Sequence[Row]) -> dict[str, Any]:
    first = min(rows, key=lambda row: (row["day"], row["name"]))
    held = sorted({row["held_first"] for row in rows if row["held"] and row["held_first"]})
    numbers = [row["session_no"] for row in rows if row["session_no"] is not None]
    return {
        "id": key,
        "day": first["day"],
        "name": first["name"],
        "parties": first["parties"],
        "sessions": len({row["meeting_id"] or row["article_id"] for row in rows if row["held"]}),
        "last_session_no": max(numbers, default=None),
        "cadence_days": _cadence(held),
    }


def _cadence(held: Sequence[date]) -> int | None:
    gaps = [(later - earlier).days for earlier, later in pairwise(held)]
    return int(median(gaps)) if gaps else None


def _sessions(key: str, rows: Sequence[Row]) -> list[dict[str, Any]]:
    sessions: dict[str, dict[str, Any]] = {}
    for row in sorted((row for row in rows if row["held"]), key=lambda row: (row["day"], row["article_id"])):
        own = row_id("session", key, row["meeting_id"] or row["article_id"])
        names = ("day", "session_no", "held_first", "held_last", "meeting_id")
        sessions.setdefault(own, {"id": own, "body_id": key} | {name: row[name] for name in names})
    return list(sessions.values())
