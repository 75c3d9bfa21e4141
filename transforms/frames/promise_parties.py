"""Who a promise is about: the sides of a meeting to come, the visitor and the host of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from transforms.frames.promise_clauses import Promise
from transforms.lexicon.loader import load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Person, Scene

_CONTEXT = 3  # sentences that tell whom a promise is about, where no meeting does


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


@dataclass(frozen=True, slots=True)
class _Entity:
    """A person, state, organisation or place in a sentence, as a side of an event."""

    code: str
    first: int
    last: int
    cited: Cited[str]
    person: Person | None
    place: bool  # a city or country that may be the place only


def meeting_of(meetings: Sequence[Occasion], sentence: int) -> int | None:
    """Index of the meeting that a sentence goes with: the last one told before it, else the first after it."""
    before = [n for n, meeting in enumerate(meetings) if meeting.sentence <= sentence]
    if before:
        return max(before, key=lambda n: (meetings[n].sentence, n))
    return 0 if meetings else None


@dataclass(frozen=True, slots=True)
class _Nearby:
    """The two sides that the sentences before speak of, where the document reports no meeting."""

    sentence: int
    parties: list[Cited[str]]


def nearby(analysis: Analysis, scene: Scene) -> Occasion | None:
    """The two sides named in the last sentences up to one, where they name just two."""
    named: list[Cited[str]] = []
    for index in range(scene.sentence.index, max(-1, scene.sentence.index - _CONTEXT), -1):
        entities = _entities(analysis, analysis.scenes[index])
        named += [e.cited for e in entities if e.person or not _at_place(analysis.lang, analysis.scenes[index], e)]
        codes = {side.value for side in named}
        if len(codes) >= 2:
            return _Nearby(index, _sorted(named)) if len(codes) == 2 else None
    return None


def parties_of(analysis: Analysis, scene: Scene) -> list[Cited[str]]:
    """The sides that a sentence speaks of: those it names, with those of the sentences before where it names one."""
    named = [e.cited for e in _entities(analysis, scene) if not _at_place(analysis.lang, scene, e)]
    if len({side.value for side in named}) >= 2:
        return _sorted(named)
    around = nearby(analysis, scene)
    return _sorted([*named, *(around.parties if around else [])])


def sides_of(
    analysis: Analysis, scene: Scene, promise: Promise, meeting: Occasion | None, prior: Sides | None
) -> Sides:
    """The sides of a promise; `prior` are those of the visit that a further stop belongs to."""
    entities = _entities(analysis, scene)
    if promise.kind in ("visit", "host"):
        return _visit(analysis, scene, promise, entities, meeting, prior)
    return _meeting(analysis, scene, promise, entities, meeting)


def _entities(analysis: Analysis, scene: Scene) -> list[_Entity]:
    found: list[_Entity] = []
    for person in scene.people:
        party = person.party or (analysis.cast[person.key].party if 0 <= person.key < len(analysis.cast) else None)
        if party is not None and person.in_scope:
            tokens = scene.sentence.tokens
            start, end = tokens[person.first].start, tokens[min(person.last, len(tokens)) - 1].end
            rule = "derived.party.person"
            found.append(
                _Entity(party.value, person.first, person.last, Cited(party.value, start, end, rule), person, False)
            )
    held = {n for entity in found for n in range(entity.first, entity.last)}
    for side in scene.parties:
        if side.first not in held:
            cited = Cited(side.code, side.start, side.end, f"party.{side.basis}")
            place = side.basis in ("capital", "country")
            found.append(_Entity(side.code, side.first, side.last, cited, None, place))
            held |= set(range(side.first, side.last))
    for spot in scene.places:
        if spot.first not in held and spot.country:
            cited = Cited(spot.country, spot.start, spot.end, "derived.party.place")
            found.append(_Entity(spot.country, spot.first, spot.last, cited, None, True))
            held |= set(range(spot.first, spot.last))
    return sorted(found, key=lambda entity: entity.first)


def _visit(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    entities: Sequence[_Entity],
    meeting: Occasion | None,
    prior: Sides | None,
) -> Sides:
    after_from = promise.head.last if promise.head else promise.governing.last
    if promise.after:
        after_from = promise.first
    end = _visit_end(scene, promise, after_from)
    after = [e for e in entities if after_from <= e.first < end]
    before = [e for e in entities if e.last <= after_from]
    host: _Entity | None
    visitor: _Entity | None
    if promise.after:
        host, visitor = next((e for e in after if e.place), None), None
        return _pair(
            prior.visitor if prior else None, host.cited if host else None, meeting, prior.subject if prior else None
        )
    if promise.kind == "host":
        visitor = next((e for e in after if e.person), None) or next((e for e in after if not e.place), None)
        host = next((e for e in after if e.place and (visitor is None or e.code != visitor.code)), None)
        host = host or (before[-1] if before else None)
    elif any(cue.entry.attrs.get("visit") for cue in promise.cues):
        return _invitation(scene, promise, entities, after, meeting)
    else:
        verb = promise.head is None or bool(promise.head.entry.attrs.get("verb"))
        host = _destination(analysis.lang, scene, after)
        rest = [e for e in after if e is not host]
        own = [e for e in before if not _at_place(analysis.lang, scene, e)]
        people = [e for e in own if e.person]
        nearest = (people or own)[-1:] or rest[:1] if verb else rest[:1] or (people or own)[-1:]
        if verb and not people and rest and rest[0].person:
            nearest = rest[:1]
        visitor = nearest[0] if nearest else None
        if host and visitor and host.code == visitor.code:
            visitor = next((e for e in [*reversed(own), *rest] if e.code != host.code), None)
        unknown = any(p.first < after_from and p.first >= promise.first for p in scene.people)
        if visitor is None and not unknown:
            carried = _carried(analysis, scene)
            if carried and (host is None or carried.value != host.code):
                return _pair(carried, host.cited if host else None, meeting, None)
    person = visitor.person if visitor else None
    return _pair(visitor.cited if visitor else None, host.cited if host else None, meeting, person)


def _visit_end(scene: Scene, promise: Promise, start: int) -> int:
    """Where the words on a visit end: before a further stop, or with its clauses."""
    stops = [hit.first for hit in scene.of("clause") if hit.entry.value == "then" and hit.first > start]
    return min([promise.last, *stops])


def _destination(lang: str, scene: Scene, after: Sequence[_Entity]) -> _Entity | None:
    """The place or side behind "to", else the first place that is no person's."""
    words = load(lang).words
    for entity in after:
        if entity.person is None and _word_before(scene, entity.first, words["towards"]):
            return entity
    return next((e for e in after if e.person is None and e.place), None) or next(
        (e for e in after if e.person is None), None
    )


def _word_before(scene: Scene, at: int, wanted: frozenset[str]) -> bool:
    """Whether one of some words stands just before a token, articles and nouns like "the capital" apart."""
    tokens = scene.sentence.tokens
    if any(tokens[at].low.startswith(word) and len(word) <= 2 for word in wanted if not word.isascii()):
        return True
    return any(tokens[n].low in wanted for n in range(max(0, at - 3), at))


def _at_place(lang: str, scene: Scene, entity: _Entity) -> bool:
    """Whether an entity is only where something happens: "in Geneva", بجنيف."""
    if not entity.place:
        return False
    tokens = scene.sentence.tokens
    words = load(lang).words["at_place"]
    prefixed = any(tokens[entity.first].low.startswith(word) and len(word) == 1 for word in words) and lang == "ar"
    return prefixed or any(tokens[n].low in words for n in range(max(0, entity.first - 2), entity.first))


def _invitation(
    scene: Scene, promise: Promise, entities: Sequence[_Entity], after: Sequence[_Entity], meeting: Occasion | None
) -> Sides:
    cue = next(c for c in promise.cues if c.entry.attrs.get("visit"))
    between = [e for e in entities if cue.last <= e.first and promise.head is not None and e.last <= promise.head.first]
    before = [e for e in entities if e.last <= cue.first]
    host = next((e for e in after if e.person is None), None) or (before[-1] if before else None)
    codes = host.code if host else None
    visitor = next((e for e in between if e.code != codes), None) or next(
        (e for e in reversed(before) if e.code != codes), None
    )
    return _pair(
        visitor.cited if visitor else None, host.cited if host else None, meeting, visitor.person if visitor else None
    )


def _carried(analysis: Analysis, scene: Scene) -> Cited[str] | None:
    """The side of the person last named in the sentences before: what a pronoun stands for."""
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - 4), -1):
        for entity in reversed(_entities(analysis, analysis.scenes[index])):
            if entity.person is not None:
                start, end = scene.sentence.tokens[0].start, scene.sentence.tokens[0].end
                return Cited(entity.code, start, end, "derived.party.pronoun")
    return None


def _pair(
    visitor: Cited[str] | None, host: Cited[str] | None, meeting: Occasion | None, subject: Person | None
) -> Sides:
    """Both ends of a visit; an end that is not named is the other side of the meeting."""
    others = meeting.parties if meeting else []
    if host is None and visitor is not None:
        rest = [side for side in others if side.value != visitor.value]
        host = rest[0] if len(rest) == 1 else None
    elif visitor is None and host is not None:
        rest = [side for side in others if side.value != host.value]
        visitor = rest[0] if len(rest) == 1 else None
    sides = [side for side in (visitor, host) if side is not None] or list(others)
    return Sides(_sorted(sides), visitor, host, subject)


def _meeting(
    analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[_Entity], meeting: Occasion | None
) -> Sides:
    inside = [e for e in entities if promise.first <= e.first < promise.last]
    own = [e for e in inside if not _at_place(analysis.lang, scene, e)]
    codes = {e.code for e in own}
    others = meeting.parties if meeting else []
    subject = next((e.person for e in own if e.person), None)
    if len(codes) >= 2:
        return Sides(_sorted([e.cited for e in own]), subject=subject)
    if promise.kind == "agreement" and len(codes) == 1 and not others and analysis.home and analysis.home not in codes:
        home = Cited(analysis.home, own[0].cited.start, own[0].cited.end, "derived.party.home")
        return Sides(_sorted([own[0].cited, home]), subject=subject)
    known = {side.value for side in others}
    if not codes or codes <= known or codes & ORGANISATIONS:
        return Sides(_sorted([*(e.cited for e in own), *others]), subject=subject)
    before = [e for e in entities if e.last <= promise.first and not _at_place(analysis.lang, scene, e)]
    return Sides(_sorted([*(e.cited for e in own), *(e.cited for e in before[-1:])]), subject=subject)


def _sorted(sides: Sequence[Cited[str]]) -> list[Cited[str]]:
    """Each party once, by code, with the words that name it first."""
    first: dict[str, Cited[str]] = {}
    for side in sides:
        first.setdefault(side.value, side)
    return [first[code] for code in sorted(first)]
