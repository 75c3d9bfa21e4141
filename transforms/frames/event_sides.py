"""On which side of an event somebody stands whose state nothing tells, and who receives whom."""

from collections.abc import Sequence

from transforms.frames.clauses import Clause, party_of
from transforms.frames.event import Event
from transforms.mentions.model import Analysis, Cited, Person

_STYLED = 2  # tokens of a style with a name: «الأمير طلال»


def royal_party(analysis: Analysis, person: Person) -> Cited[str] | None:
    """The outlet's own state for somebody named under a style alone: «صاحب السمو الأمير طلال بن سعود»."""
    full, home = analysis.full(person), analysis.home
    if full.office is not None or full.name is None or home is None or person.last - person.first < _STYLED:
        return None
    return Cited(home, full.name.start, full.name.end, "derived.home")


def set_roles(analysis: Analysis, event: Event, clause: Clause, people: Sequence[Person]) -> None:
    """Who receives and who is received, where the verb of a clause says so."""
    if event.host is not None or len(people) < 2:
        return
    subject = clause.subjects[0] if clause.subjects else people[0]
    first = party_of(analysis, subject)
    others = [party_of(analysis, p) for p in people if party_of(analysis, p) != first]
    if not others:
        return
    if clause.pattern == "host_first":
        event.host, event.visitor = first, others[0]
    elif clause.pattern == "guest_first":
        event.host, event.visitor = others[0], first
