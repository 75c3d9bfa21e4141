"""What people decide: written once, never changed, bound to the sentences that it is about, undone by another word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template
from typing import Any

import duckdb

from transforms.ids import decision_id, normal
from warehouse.errors import WarehouseError
from warehouse.linking import KINDS
from warehouse.load import insert_new
from warehouse.store import Store, fetch, sql
from warehouse.targets import refresh_targets

# A later word of the same group on the same things takes the place of an earlier one.
_OPPOSITES = {
    "link": "pair",
    "split": "pair",
    "unlink": "pair",
    "confirm": "word",
    "dismiss": "word",
    "correct": "word",
}


class BadDecision(WarehouseError):
    """A decision about something that is not there, or that cannot be decided so."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about, found by its id."""

    kind: str  # meeting, agreement, follow_up, prior_event, person, flag, article or decision
    id: str
    article_id: str | None = None  # null: it stands in no one article
    anchor: str | None = None  # its sentence as published; null: none


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides about one thing or about two."""

    action: str  # confirm, dismiss, snooze, link, unlink, split, correct, accept, suppress, undo
    kind: str  # what it is about
    subject: Subject
    other: Subject | None = None  # the second report of a link, unlink or split
    value: str | None = None  # corrected values as JSON, or the day that a snooze ends
    reason: str | None = None


def find(con: duckdb.DuckDBPyConnection, given: str, *kinds: str) -> Subject:
    """The one thing that an id, or its beginning, names; an id of a meeting or promise is that of its first report.

    Raises:
        BadDecision: nothing is called so, or several things are.
    """
    rows = fetch(con.execute(sql("queries/review_find"), {"given": given, "kinds": list(kinds)})) if given else []
    found = [Subject(**row) for row in rows]
    exact = [subject for subject in found if subject.id == given]
    if len(exact or found) == 1:
        return (exact or found)[0]
    wanted = " or ".join(kinds).replace("_", " ") or "thing"
    if found:
        several = ", ".join(f"{subject.kind} {subject.id}" for subject in found[:5])
        raise BadDecision(f'"{given}" is the beginning of several ids: {several}.', advice="Give more of the id.")
    raise BadDecision(f'No {wanted} has the id "{given}".', advice="liqaa review and liqaa query show ids.")


def members(con: duckdb.DuckDBPyConnection, subject: Subject) -> tuple[str, ...]:
    """The reports, or spellings, that stand together with one now, itself among them."""
    for kind in KINDS:
        if kind.name == subject.kind:
            text = Template(sql("queries/review_members")).substitute(table=kind.table, column=kind.column)
            return tuple(row["id"] for row in fetch(con.execute(text, {"id": subject.id})))
    return (subject.id,)


def doubtful(con: duckdb.DuckDBPyConnection, as_of: date) -> list[dict[str, Any]]:
    """Pairs of reports that wait for a person's word, the likeliest first, with both sentences and the reasons."""
    return [dict(row) for row in fetch(con.execute(sql("queries/review_doubtful"), {"as_of": as_of}))]


def reopened(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Decisions whose sentences have changed since, so that they bind to nothing."""
    return [dict(row) for row in fetch(con.execute(sql("queries/review_reopened")))]


def decide(store: Store, decisions: Sequence[Decision], day: date, reviewer: str) -> tuple[str, ...]:
    """Write decisions, all or none; what they are about waits for linking. One that stands already is not repeated.

    Args:
        store: the writer.
        decisions: in the order in which they were made.
        day: the day on which they were made; what is looked at as of an earlier day does not know them.
        reviewer: who decided.

    Returns:
        The id of each decision: of the standing one where it is a repetition.
    """
    ids = []
    with store.transaction():
        for decision in decisions:
            known = list(store.rows("queries/review_decisions"))
            standing = _standing(known, decision)
            if standing is None:
                row = _row(decision, len(known), day, reviewer)
                insert_new(store, "core.review_decision", [row], key=("id",))
                standing = row["id"]
            ids.append(standing)
        refresh_targets(store)
        undone = [decision.subject.id for decision in decisions if decision.action == "undo"]
        _release(store, [*ids, *undone])
    return tuple(ids)


def _row(decision: Decision, nth: int, day: date, reviewer: str) -> dict[str, Any]:
    subject, other = decision.subject, decision.other
    own = decision_id(nth, decision.action, decision.kind, subject.id, other.id if other else None, decision.value)
    return {
        "id": own,
        "day": day,
        "action": decision.action,
        "kind": decision.kind,
        "subject": subject.id,
        "other": other and other.id,
        "value": decision.value,
        "anchor": _normal(subject.anchor),
        "article_id": subject.article_id,
        "other_anchor": _normal(other.anchor) if other else None,
        "other_article_id": other and other.article_id,
        "reviewer": reviewer,
        "reason": decision.reason,
    }


def _normal(anchor: str | None) -> str | None:
    return normal(anchor) if anchor is not None else None


def _standing(known: Sequence[Mapping[str, Any]], decision: Decision) -> str | None:
    """The decision that says the same and is the last word on these things; null: it must be written."""
    own = {decision.subject.id, decision.other.id if decision.other else None}
    group = _OPPOSITES.get(decision.action, decision.action)
    words = [
        row
        for row in known
        if row["undone"] is None
        and row["kind"] == decision.kind
        and {row["subject"], row["other"]} == own
        and _OPPOSITES.get(row["action"], row["action"]) == group
    ]
    if words and words[-1]["action"] == decision.action and words[-1]["value"] == decision.value:
        return str(words[-1]["id"])
    return None


def _release(store: Store, decisions: Sequence[str]) -> None:
    """Let go of what these decisions are about, so that the next linking forms it anew."""
    for kind in KINDS:
        names = {"table": kind.table, "column": kind.column}
        store.run("queries/review_affected", {"decisions": list(decisions)}, **names)
        for table in kind.tables:
            key = "id" if table == kind.tables[0] else kind.column
            store.run("queries/review_drop", table=table, key=key)
        store.run("queries/review_release", **names)
