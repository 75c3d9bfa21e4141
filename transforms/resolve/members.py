"""Who is a member of which organisation, and since when."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from transforms.lexicon.loader import shared


@dataclass(frozen=True, slots=True)
class Membership:
    """One state in one organisation."""

    code: str  # of the organisation
    party: str
    since: date
    until: date | None  # last day; null: still a member


@cache
def memberships() -> tuple[Membership, ...]:
    """Every membership that is known."""
    found = []
    for code, members in shared("members").items():
        for party, days in members.items():
            since, until = (days, None) if isinstance(days, str) else days
            last = date.fromisoformat(until) if until else None
            found.append(Membership(code, party, date.fromisoformat(since), last))
    return tuple(found)
