"""Who is a member of which organisation, and since when."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from transforms.lexicon.loader import shared


@dataclass(frozen=True, slots=True)
class Membership:
    """One state in one organisation."""

    organisation: str  # its code; its English name, where it has none
    party: str
    since: date | None  # first day; null: for long, the day is not certain
    until: date | None  # last day; null: still a member


@cache
def memberships() -> tuple[Membership, ...]:
    """Every membership that is known."""
    found = []
    for code, members in shared("members").items():
        for party, days in members.items():
            since, until = (days, None) if isinstance(days, str) else days
            found.append(Membership(code, party, _day(since), _day(until)))
    return tuple(found)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
