"""Events: who met on one occasion, and the sentences that tell of it."""

from dataclasses import dataclass, field

from transforms.frames.clauses import Clause
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Cited, Person, Scene

_FORM_ORDER = ("video", "call", "in_person")


@dataclass(slots=True)
class Member:
    """Someone at an event: the mention that says so, the party represented, and whether only accompanying."""

    person: Person
    party: Cited[str]
    delegate: bool = False


@dataclass(slots=True)
class Event:
    """One occasion: who met, and the sentences that tell of it."""

    clause: Clause
    members: dict[int, Member] = field(default_factory=dict)  # by index in the cast
    sides: dict[str, Cited[str]] = field(default_factory=dict)  # parties without a named person too
    clauses: list[Clause] = field(default_factory=list)
    scenes: list[int] = field(default_factory=list)
    others: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # parts of scenes that tell of another event
    host: str | None = None  # party code
    visitor: str | None = None
    same_day: bool = False
    lead: Person | None = None  # whose day is told, where the sentence leaves him out: null: as the clause says
    separate: bool = False
    announced: Scene | None = None  # the sentence that announced it among others: "held several meetings in Geneva"

    @property
    def secondary(self) -> bool:
        """Whether only a banquet, a welcome or a signing tells of it."""
        return all(c.secondary for c in self.clauses)

    @property
    def form(self) -> str:
        """How it was held: the farthest form that a clause names."""
        forms = {c.form for c in self.clauses}
        return next((f for f in _FORM_ORDER if f in forms), "in_person")

    @property
    def of_organisation(self) -> bool:
        """Whether an organisation is a side: its meeting takes in the states of officials named one by one."""
        return not ORGANISATIONS.isdisjoint(self.sides)

    def is_of_other(self, sentence: int, at: int) -> bool:
        """Whether a token stands in the part of a sentence that tells of another event."""
        return any(first <= at < stop for first, stop in self.others.get(sentence, ()))

    def principals(self, party: str) -> set[int]:
        """Those of a party who met, not those who only attended."""
        return {k for k, m in self.members.items() if m.party.value == party and not m.delegate}
