"""What mention finding hands to the frames: one Scene a sentence, one Analysis an article."""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from transforms.lexicon.gazetteer import Hit
from transforms.records import Document
from transforms.segment import Sentence
from transforms.text import View
from transforms.time.model import TimeExpr
from transforms.vocabulary import Office, Portfolio

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value with the words it was read from. Offsets are into the normal form of the text (or title)."""

    value: T
    start: int
    end: int
    rule: str  # "derived.*" where the words imply the value and do not say it
    where: str = "text"  # "text" or "title"


@dataclass(frozen=True, slots=True)
class Person:
    """One official as mentioned at one place, by name or by office alone."""

    sentence: int  # index of the sentence; -1: the title
    first: int  # tokens of the whole mention: honorifics, office and name
    last: int
    name: Cited[str] | None  # null: mentioned by office alone ("the Jordanian minister")
    party: Cited[str] | None  # code of the state or organisation represented; null: not found
    office: Cited[Office] | None  # null: none told
    portfolio: Cited[Portfolio] | None  # null: not a minister, or not told
    title_text: Cited[str] | None = None  # the office as printed
    institution: Cited[str] | None = None
    posting: Cited[str] | None = None  # where an ambassador is accredited to
    acting: bool = False
    in_scope: bool = True  # false: party leader, company, cleric, armed movement: never a party to a meeting
    counterpart: bool = False  # "his counterpart", نظيره: office and portfolio follow the other side's
    among: int = -1  # place among several counterparts told together: "their counterparts A and B"; -1: alone
    key: int = -1  # index in Analysis.cast of the person meant; -1: unresolved


@dataclass(frozen=True, slots=True)
class Party:
    """A state or organisation named in a sentence, or implied by a demonym, city or pronoun."""

    code: str
    first: int
    last: int
    start: int
    end: int
    basis: str  # "country", "demonym", "organisation", "capital" (a capital used for its government)


@dataclass(frozen=True, slots=True)
class Place:
    """A city, country or venue named in a sentence as a place."""

    city: str | None  # English exonym
    country: str | None  # ISO code
    first: int
    last: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with everything found in it, each list in order of position."""

    sentence: Sentence
    hits: tuple[Hit, ...]  # every lexicon phrase
    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    times: tuple[TimeExpr, ...]
    _by_kind: dict[str, tuple[Hit, ...]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, *kinds: str) -> tuple[Hit, ...]:
        """The hits of some kinds, in order."""
        if not self._by_kind and self.hits:
            grouped: dict[str, list[Hit]] = {}
            for hit in self.hits:
                grouped.setdefault(hit.entry.kind, []).append(hit)
            self._by_kind.update({kind: tuple(hits) for kind, hits in grouped.items()})
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        if not any(kind in self._by_kind for kind in kinds):
            return ()
        return tuple(hit for hit in self.hits if hit.entry.kind in kinds)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One article with its mentions, as the frames read it."""

    document: Document
    lang: str
    published: date | None  # the calendar day as written; null: unknown
    view: View
    scenes: tuple[Scene, ...]
    title_view: View
    title_scenes: tuple[Scene, ...]
    cast: tuple[Person, ...] = field(default=())  # the fullest mention of each person; Person.key points here
    dateline_city: Place | None = None  # where the report was filed; null: no dateline
    dateline_time: TimeExpr | None = None  # the day in the dateline; null: none
    origin: str | None = None  # news agency that the text credits
    home: str | None = None  # state whose outlet speaks ("the Kingdom" in an SPA report); null: unknown

    def full(self, person: Person) -> Person:
        """The fullest mention of a mention's person; itself where it is unresolved."""
        return self.cast[person.key] if 0 <= person.key < len(self.cast) else person

    def party(self, person: Person) -> Cited[str] | None:
        """The state or organisation that a person represents: as this mention tells it, else as the fullest does."""
        return person.party or self.full(person).party
