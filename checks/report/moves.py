"""What is another thing than on the day of the run before: merged, split, corrected, restated; and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checks.report.view import Views
from checks.report.words import Words
from warehouse.reporting import Material
from warehouse.store import Row

_DERIVED = frozenset({"first_day", "precision", "meeting_id"})  # told by the values that they are made of
_TERMS = {"form", "occasion", "modality", "legal_stage", "attribution", "portfolio"}
_COUNTRIES = {"country", "party", "visitor", "host"}
_DAYS = {"date", "end_date", "window_start", "window_end"}


@dataclass(frozen=True, slots=True)
class Move:
    """One change as the first page shows it."""

    what: str  # merged, split, corrected, restated or gone
    kind: str  # meeting, agreement, follow_up or person
    cause: str  # as [term.cause] names it
    path: str | None  # of its page, from the site's first page; null: it has none
    parties: tuple[str, ...]
    name: str | None  # of a person; null: it is none, or not named on this day
    values: tuple[tuple[str, str | None, str | None], ...]  # what, what it was, what it is, in the report's language
    parts: int  # how many were merged, or how many it is now; 0: neither


def moves(m: Material, v: Views, w: Words) -> tuple[Move, ...]:
    """Every move, in the order of the command `changes`."""
    things = {
        **{meeting.id: (f"meetings/{meeting.id}.html", meeting.row) for meeting in v.meetings},
        **{promise.id: (f"promises/{promise.id}.html", promise.row) for promise in v.promises},
        **{a.row["id"]: (f"agreements.html#a-{a.row['id']}", a.row) for a in v.agreements},
    }
    people = {person["person"]: person for person in m.people}
    return tuple(_move(w, row, things.get(row["id"]), people.get(row["id"])) for row in m.moves)


def _move(w: Words, row: Row, found: tuple[str, Mapping[str, object]] | None, person: Row | None) -> Move:
    path, thing = found or (None, person or {})
    parties = thing.get("parties") or ([person["party"]] if person else [])
    return Move(
        what=row["what"],
        kind=row["kind"],
        cause=row["cause"].removeprefix("a ").replace(" ", "_"),
        path=path,
        parties=tuple(parties),  # type: ignore[arg-type]
        name=str(person["name"]) if person else None,
        values=tuple(
            (w.term("field", name), _value(w, row["kind"], name, was), _value(w, row["kind"], name, now))
            for name, was, now in row["values"]
            if name not in _DERIVED
        ),
        parts=len(row["parts"]),
    )


def _value(w: Words, kind: str, name: str, value: str | None) -> str | None:
    """A value as the report's language writes it."""
    if value is None:
        return None
    if name in _DAYS:
        return w.day(value if len(value) == 7 else date.fromisoformat(value))
    if name in _COUNTRIES:
        return w.party(value)
    if name == "city":
        return w.cities.get(value, value)
    if name == "topics":
        return w.strings["comma"].join(w.term("topic", topic) for topic in value.split())  # type: ignore[no-any-return]
    if name in ("level", "office"):
        return w.term("office", value)
    if kind == "agreement" and name in ("status", "type"):
        return w.term(f"agreement_{name}", value)
    return w.term(name, value) if name in _TERMS else value
