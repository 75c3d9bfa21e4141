"""People in public roles: the names under which they are printed, their offices, and the meetings where they spoke."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from checks.report.view import Meeting, Views
from warehouse.reporting import Material
from warehouse.store import Row

_SPELLINGS = 12  # of a name, the most printed


@dataclass(frozen=True, slots=True)
class Person:
    """One person as their page shows them."""

    row: Row  # as told at their latest meeting
    spellings: tuple[Row, ...]  # in which their name is printed, the most frequent first
    offices: tuple[Row, ...]  # in the order of time
    meetings: tuple[Meeting, ...]  # the latest first
    met: tuple[tuple[str, int], ...]  # other parties at these meetings with their number, the most frequent first

    @property
    def id(self) -> str:
        """Name of their page."""
        return str(self.row["person"])


def persons(m: Material, v: Views) -> tuple[Person, ...]:
    """Everyone who took part in a meeting, in the order of their ids."""
    seen: dict[str, list[tuple[Meeting, Row]]] = defaultdict(list)
    for meeting in v.meetings:
        for person in meeting.people:
            seen[person["person"]].append((meeting, person))
    offices, spellings = _by_person(m.tenures), _by_person(m.spellings)
    return tuple(
        Person(
            told[0][1],
            tuple(spellings[key][:_SPELLINGS]),
            tuple(offices[key]),
            tuple({meeting.id: meeting for meeting, _ in told}.values()),
            tuple(Counter(party for meeting, own in told for party in _others(meeting, own)).most_common()),
        )
        for key, told in sorted(seen.items())
    )


def _by_person(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["person_id"]].append(row)
    return found


def _others(meeting: Meeting, own: Row) -> list[str]:
    return [party for party in meeting.row["parties"] if party != own["party"]]
