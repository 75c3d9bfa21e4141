"""Who deals with whom: every pair of parties with what passed between them, and the people who spoke for each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from checks.report.view import Agreement, Meeting, Promise, Views
from warehouse.store import Row

_MONTHS = 12
_TABLE = 6  # parties at a table: around larger ones not every two of them dealt with each other


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, with what passed between them, the latest first."""

    parties: tuple[str, str]
    meetings: tuple[Meeting, ...]
    agreements: tuple[Agreement, ...]
    promises: tuple[Promise, ...]
    last: str  # day of their last meeting, or month where only that is told; empty: none is dated
    months: tuple[tuple[int, float], ...]  # meetings of twelve months, the oldest first, with their share of the most

    @property
    def id(self) -> str:
        """Name of its page."""
        return "-".join(self.parties)

    @property
    def overdue(self) -> int:
        """Commitments whose window has passed."""
        return sum(p.status == "overdue" and p.commitment for p in self.promises)

    @property
    def waiting(self) -> int:
        """Promises that still wait for their event."""
        return sum(p.live for p in self.promises)


@dataclass(frozen=True, slots=True)
class Official:
    """A person in a public role, with the meetings at which they spoke for a party, the latest first."""

    row: Row  # as last told
    meetings: tuple[Meeting, ...]
    met: tuple[str, ...]  # other parties at these meetings, the most frequent first


def pairs(v: Views, as_of: date) -> tuple[Pair, ...]:
    """Every pair of parties that met, signed or promised, those with most meetings first."""
    meetings: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    agreements: dict[tuple[str, str], list[Agreement]] = defaultdict(list)
    promises: dict[tuple[str, str], list[Promise]] = defaultdict(list)
    for meeting in v.meetings:
        for pair in _pairs(meeting.row["parties"]):
            meetings[pair].append(meeting)
    for agreement in v.agreements:
        for pair in _pairs(agreement.row["parties"]):
            agreements[pair].append(agreement)
    for promise in v.promises:
        for pair in _pairs(promise.row["parties"]):
            promises[pair].append(promise)
    found = [
        Pair(
            key,
            tuple(meetings[key]),
            tuple(agreements[key]),
            tuple(promises[key]),
            max((meeting.row["date"] or "" for meeting in meetings[key]), default=""),
            _months(meetings[key], as_of),
        )
        for key in {*meetings, *agreements, *promises}
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair.meetings), pair.parties)))


def officials(v: Views) -> tuple[Official, ...]:
    """Everyone who took part in a meeting, those seen most often first."""
    seen: dict[tuple[str, str], list[tuple[Meeting, Row]]] = defaultdict(list)
    for meeting in v.meetings:
        for person in meeting.people:
            seen[person["person"], person["party"]].append((meeting, person))
    found = [
        Official(
            told[0][1],
            tuple(meeting for meeting, _ in told),
            tuple(party for party, _ in Counter(_others(told)).most_common(4)),
        )
        for told in seen.values()
    ]
    return tuple(sorted(found, key=lambda o: (-len(o.meetings), o.row["party"], o.row["name"], o.row["person"])))


def disputed(v: Views) -> tuple[Meeting, ...]:
    """Meetings whose reports disagree, then those that only one side tells; the latest of each first."""
    disagree = [meeting for meeting in v.meetings if meeting.row["conflicts"]]
    return (*disagree, *(m for m in v.meetings if m.row["one_sided"] and not m.row["conflicts"]))


def _pairs(parties: Sequence[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(set(parties)), 2) if len(set(parties)) <= _TABLE else ()


def _others(told: Iterable[tuple[Meeting, Row]]) -> Iterable[str]:
    for meeting, person in told:
        yield from (party for party in meeting.row["parties"] if party != person["party"])


def _months(meetings: Iterable[Meeting], as_of: date) -> tuple[tuple[int, float], ...]:
    counts = [0] * _MONTHS
    for meeting in meetings:
        told = meeting.row["date"]
        if told:
            ago = (as_of.year - int(told[:4])) * 12 + as_of.month - int(told[5:7])
            if 0 <= ago < _MONTHS:
                counts[_MONTHS - 1 - ago] += 1
    return tuple((n, n / max(1, *counts)) for n in counts)
