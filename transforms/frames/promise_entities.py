"""Whom a sentence names: people, states, organisations and places, as sides of an event to come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from transforms.frames.promise_clauses import Promise
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.home import SEATS
from transforms.mentions.model import Analysis, Cited, Person, Scene

_OPENS = 4  # tokens at the start of a sentence in which a pronoun is its subject
_CARRIED = 4  # sentences before a pronoun in which the person stands whom it means


class Occasion(Protocol):
    """A meeting, as far as promises need it."""

    @property
    def sentence(self) -> int: ...  # noqa: D102

    @property
    def parties(self) -> list[Cited[str]]: ...  # noqa: D102


@dataclass(slots=True)
class Sides:
    """The parties of a promise, and for a visit who travels to whom."""

    parties: list[Cited[str]]
    visitor: Cited[str] | None = None
    host: Cited[str] | None = None
    subject: Person | None = None  # the person who is to meet or travel
    stops: list[Cited[str]] = field(default_factory=list)  # further hosts of a tour


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, organisation or place in a sentence, as a side of an event."""

    code: str
    first: int
    last: int
    cited: Cited[str]
    person: Person | None
    place: bool  # a city or country that may be the place only


def entities_of(analysis: Analysis, scene: Scene) -> list[Entity]:
    """What may be a side in a sentence, in order: officials first, then parties, then places, each word once."""
    found: list[Entity] = []
    for person in scene.people:
        party = analysis.party(person)
        if party is not None and person.in_scope:
            tokens = scene.sentence.tokens
            start, end = tokens[person.first].start, tokens[min(person.last, len(tokens)) - 1].end
            rule = "derived.party.person"
            found.append(
                Entity(party.value, person.first, person.last, Cited(party.value, start, end, rule), person, False)
            )
    held = {n for entity in found for n in range(entity.first, entity.last)} | _names(scene)
    money = {n for hit in scene.of("currency") for n in range(hit.first, hit.last + 1)}
    bodies = any(side.code in ORGANISATIONS for side in scene.parties)
    seats = {spot.first for spot in scene.places if spot.city in SEATS} if bodies else set()
    for side in scene.parties:
        if side.first not in held and side.first not in money and not (side.basis == "capital" and side.first in seats):
            cited = Cited(side.code, side.start, side.end, f"party.{side.basis}")
            place = side.basis in ("capital", "country") or _of_capital(analysis, scene, side.first)
            found.append(Entity(side.code, side.first, side.last, cited, None, place))
            held |= set(range(side.first, side.last))
    for spot in scene.places:
        if spot.first not in held and spot.country:
            cited = Cited(spot.country, spot.start, spot.end, "derived.party.place")
            found.append(Entity(spot.country, spot.first, spot.last, cited, None, True))
            held |= set(range(spot.first, spot.last))
    return sorted(found, key=lambda entity: entity.first)


def _of_capital(analysis: Analysis, scene: Scene, at: int) -> bool:
    """Whether an adjective only says whose capital a place is: «في العاصمة القطرية»."""
    lexicon = load(analysis.lang)
    if lexicon.morphology.cased or at == 0:
        return False
    return lexicon.speaks(scene.sentence.tokens[at - 1 : at], "capital_words")


def _names(scene: Scene) -> set[int]:
    """The words of names, and of outlets in quotation marks: «اللواء منصور التركي», «"الفرنسية"» name no state."""
    tokens = scene.sentence.tokens
    named = [p.name for p in scene.people if p.name is not None and p.sentence == scene.sentence.index]
    found = {n for n, t in enumerate(tokens) for name in named if name.start <= t.start and t.end <= name.end}
    quoted = [n for n in range(1, len(tokens) - 1) if tokens[n - 1].text == tokens[n + 1].text == '"']
    return found | set(quoted)


def prefix_of(analysis: Analysis, scene: Scene, entity: Entity) -> str:
    """The particles written onto the first word of an entity."""
    return analysis.view.norm[scene.sentence.tokens[entity.first].start : entity.cited.start]


def led_by(analysis: Analysis, scene: Scene, entity: Entity, words: frozenset[str], reach: int) -> bool:
    """Whether one of some words leads to an entity, as a word of its own or written onto it."""
    tokens = scene.sentence.tokens
    if any(particle in words for particle in prefix_of(analysis, scene, entity)):
        return True
    return any(tokens[n].low in words for n in range(max(0, entity.first - reach), entity.first))


def at_place(analysis: Analysis, scene: Scene, entity: Entity) -> bool:
    """Whether an entity is only where something happens: "in Geneva", بجنيف."""
    words, tokens = load(analysis.lang).words, scene.sentence.tokens
    listed = entity.first > 1 and tokens[entity.first - 1].low in words["either"]  # «في باكستان أو الصين»
    return entity.place and led_by(analysis, scene, entity, words["at_place"], 4 if listed else 2)


def speech_before(scene: Scene, lang: str, at: int) -> int:
    """The last token before `at` that opens what somebody said, such as "that"; 0: there is none."""
    that, tokens = load(lang).words["that_words"], scene.sentence.tokens
    return max((n for n in range(at) if tokens[n].low in that), default=0)


def relative_of(scene: Scene, promise: Promise) -> Hit | None:
    """The pronoun of the relative clause whose verb a promise is; null: it is in none."""
    if promise.head is None or not promise.head.entry.attrs.get("verb"):
        return None
    cue = min(cue.first for cue in promise.cues)
    return next((hit for hit in scene.of("relative") if hit.last == cue), None)


def acting_before(analysis: Analysis, scene: Scene, promise: Promise) -> Entity | None:
    """Who acts in the clauses before a promise: "Fabius is to head to Tehran, where he will meet the president"."""
    told = speech_before(scene, analysis.lang, promise.first)
    before = [e for e in entities_of(analysis, scene) if e.last <= promise.first]
    people = [e for e in before if e.person is not None and not e.person.counterpart]
    return next((e for e in people if e.first >= told), people[0] if people else None)


def _by_pronoun(analysis: Analysis, scene: Scene) -> bool:
    """Whether "he" or "she" opens a sentence, and nobody is named before."""
    lexicon = load(analysis.lang)
    words = lexicon.words["told_pronouns"] if lexicon.morphology.cased else frozenset()
    first = min((p.first for p in scene.people), default=len(scene.sentence.tokens))
    return any(token.low in words for token in scene.sentence.tokens[: min(first, _OPENS)])


def carried_side(analysis: Analysis, scene: Scene, codes: Collection[str] = ()) -> Cited[str] | None:
    """The side of who acted in the sentences before, other than some: the first person there, for whom "he" stands."""
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - 1 - _CARRIED), -1):
        senders = [hit.last for hit in analysis.scenes[index].of("sender")]
        if _by_pronoun(analysis, analysis.scenes[index]):
            continue  # "On Monday he met the president.": who acts there was named before
        for entity in entities_of(analysis, analysis.scenes[index]):
            sent = any(0 <= entity.first - last <= 2 for last in senders)  # "at the invitation of the president"
            if entity.person is not None and entity.code not in codes and not sent:
                start, end = scene.sentence.tokens[0].start, scene.sentence.tokens[0].end
                return Cited(entity.code, start, end, "derived.party.pronoun")
    return None


def sorted_sides(sides: Sequence[Cited[str]]) -> list[Cited[str]]:
    """Each party once, by code, with the words that name it first."""
    first: dict[str, Cited[str]] = {}
    for side in sides:
        first.setdefault(side.value, side)
    return [first[code] for code in sorted(first)]


def pair(
    visitor: Cited[str] | None,
    host: Cited[str] | None,
    meeting: Occasion | None,
    subject: Person | None,
    home: str | None = None,
) -> Sides:
    """Both ends of a visit; an end that is not named is the other side of the meeting, else the outlet's own state."""
    others = meeting.parties if meeting else []
    if host is None and visitor is not None:
        rest = [side for side in others if side.value != visitor.value]
        host = rest[0] if len(rest) == 1 else None
        if host is None and home and home != visitor.value:
            host = Cited(home, visitor.start, visitor.end, "derived.party.home")
    elif visitor is None and host is not None:
        rest = [side for side in others if side.value != host.value]
        visitor = rest[0] if len(rest) == 1 else None
        if visitor is None and home and home != host.value and not others:
            visitor = Cited(home, host.start, host.end, "derived.party.home")
    sides = [side for side in (visitor, host) if side is not None] or list(others)
    return Sides(sorted_sides(sides), visitor, host, subject)
