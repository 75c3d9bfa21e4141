"""Bodies, institutions and organisations: what reports name beside people, one row each."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from transforms.ids import normal, row_id
from transforms.lexicon.schema import ORGANISATIONS
from transforms.resolve.members import memberships
from transforms.resolve.sessions import Body, Mention, Session, bodies_of
from warehouse.load import merge
from warehouse.store import Store

Row = Mapping[str, Any]


def refresh_bodies(store: Store, version: str) -> None:
    """Bring the tables of bodies, institutions and organisations in line with the reports.

    Bodies are made anew only between parties of which something else is told than before; `version` is the rules'.
    """
    store.run("queries/body_changes", version=version)
    bodies: list[Row] = []
    sessions: list[Row] = []
    told = store.rows("queries/body_mentions")
    for parties, own in groupby(told, key=lambda row: row["parties"]):
        rows = list(own)
        for body in bodies_of(Mention(**{name: row[name] for name in _MENTION}) for row in rows):
            bodies.append(_body(body, parties, rows[0]["inputs"]))
            sessions += [_session(session, bodies[-1]["id"]) for session in body.sessions]
    merge(store, "core.body", bodies, key=("id",))
    merge(store, "core.body_session", sessions, key=("id",))
    store.run("queries/body_drop")
    institutions = [
        dict(row) | {"id": row_id("institution", row["party"], row["portfolio"] or normal(row["name"]))}
        for row in store.rows("queries/institution_mentions")
    ]
    _renew(store, "core.institution", _earliest(institutions))
    organisations = [
        dict(row) | {"id": row_id("organisation", row["code"], normal(row["name"]) if row["name"] else None)}
        for row in store.rows("queries/organisation_mentions", {"organisations": sorted(ORGANISATIONS)})
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


_MENTION = ("name", "day", "article_id", "held", "meeting_id", "session_no", "first", "last")


def _body(body: Body, parties: Sequence[str], inputs: str) -> dict[str, Any]:
    return {
        "id": row_id("body", *parties, body.key),
        "day": body.told[0].day,
        "name": body.name,
        "parties": parties,
        "sessions": len(body.sessions),
        "last_session_no": body.last_number,
        "cadence_days": body.cadence,
        "names": sorted({mention.name for mention in body.told}),
        "inputs": inputs,
    }


def _session(session: Session, body_id: str) -> dict[str, Any]:
    first, held = session.told[0], session.dated
    return {
        "id": row_id("session", body_id, first.meeting_id or first.article_id),
        "body_id": body_id,
        "day": first.day,
        "session_no": session.number,
        "held_first": held and held.first,
        "held_last": held and held.last,
        "meeting_id": session.meeting_id,
    }
