"""Bodies: the joint committees and councils that reports name, with their sessions, one row each."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from transforms.ids import row_id
from transforms.resolve.sessions import Body, Mention, Session, bodies_of
from warehouse.load import merge
from warehouse.store import Store

Row = Mapping[str, Any]


def refresh_bodies(store: Store, version: str) -> None:
    """Bring the tables of bodies in line with the reports.

    They are made anew only between parties of which something else is told than before; `version` is the rules'.
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
