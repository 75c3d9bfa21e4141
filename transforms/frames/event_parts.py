"""Parts a sentence that tells of several meetings: which of its parts belongs to which."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.frames.clauses import Clause, party_of
from transforms.frames.event import Event
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Analysis, Person, Scene

_CITY = 5  # tokens behind somebody met in which his city stands


def divide(events: Sequence[Event], scene: Scene) -> None:
    """Part a sentence about several events at its semicolons: "With the Minister …; with the Chairman …".

    Each event that owns a part takes the sentence in, and notes the parts that are not its own.
    """
    cuts = [i for i, t in enumerate(scene.sentence.tokens) if t.text in ";؛"]
    if not cuts or len(events) < 2:
        return
    edges = [0, *cuts, len(scene.sentence.tokens)]
    parts = list(pairwise(edges))
    owners = [_owner(events, scene, start, stop) for start, stop in parts]
    if len({id(o) for o in owners if o is not None}) < 2:
        return
    for owner in [o for o in owners if o is not None]:
        if scene.sentence.index not in owner.scenes:
            owner.scenes.append(scene.sentence.index)
        owner.others[scene.sentence.index] = [p for p, o in zip(parts, owners, strict=True) if o is not owner]


def city_spans(clause: Clause, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The parts of a clause that each tell of somebody met in a city of its own; none where it is not so."""
    if not lexicon.morphology.cased or len(clause.objects) < 2 or not clause.subjects:
        return []
    tokens, found, cities = clause.scene.sentence.tokens, [], []
    starts = [p.first for p in clause.objects]
    for person, stop in zip(clause.objects, [*starts[1:], len(tokens)], strict=True):
        near = [p for p in clause.scene.places if p.city and person.last <= p.first < min(stop, person.last + _CITY)]
        placed = [p for p in near if tokens[p.first - 1].low in lexicon.words["place_words"]]
        if placed:
            found.append((person.first, stop))
            cities.append(placed[0].city)
    return found if len(found) == len(clause.objects) and len(set(cities)) == len(cities) else []


def of_the_latter(clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """The part of a sentence that tells of the last meeting alone: «كلا على حدة، …، وتناول اللقاء الأخير …»."""
    tokens = clause.scene.sentence.tokens
    for hit in clause.scene.of("contact"):
        after = tokens[hit.last : hit.last + 1]
        if hit.entry.attrs.get("anaphor") and any(t.low in lexicon.words["the_latter"] for t in after):
            return hit.first, len(tokens)
    return None


def _one_by_one(clause: Clause, parties: Sequence[str | None], joint: frozenset[str]) -> bool:
    """Whether somebody alone "also met" officials of several other states, with no word of a joint meeting."""
    further = clause.separate or bool(clause.scene.of("same_day"))
    foreign = further and len(clause.subjects) == 1 and len(set(parties)) == len(parties) > 1
    attrs = clause.cue.entry.attrs
    verb = attrs.get("verb") and not (attrs.get("signing") or attrs.get("chair") or attrs.get("light"))
    return bool(foreign and verb) and not any(t.low in joint for t in clause.scene.sentence.tokens)


def led(clause: Clause, lead: Person | None, analysis: Analysis) -> Clause:
    """A clause about several met one by one with its subject left out, given it: «كما التقى …، و…، كلا على حدة»."""
    left_out = clause.separate and not clause.subjects and clause.pattern == "mutual" and len(clause.objects) > 1
    if lead is None or not left_out or not clause.scene.of("separately"):
        return clause
    states = {party_of(analysis, p) for p in clause.objects}
    known = lead.key in {p.key for p in clause.objects} or party_of(analysis, lead) in states
    return clause if known or None in states else replace(clause, subjects=[lead])


def split(clause: Clause, told: bool, parties: Sequence[str | None], lexicon: Lexicon) -> list[list[Person]]:
    """Objects met separately are met on separate occasions; `told`: a meeting stands before that may lead on."""
    marks = [h for h in clause.scene.of("separately") if h.first < clause.stop]
    objects = clause.objects
    if not marks and _one_by_one(clause, parties, lexicon.words["joint_words"]):
        return [[*clause.subjects, person] for person in objects]
    if not marks or len(objects) < 2:
        return [clause.people]
    subjects = clause.subjects
    if not subjects and not (told and clause.pattern == "guest_first"):
        subjects, objects = objects[:1], objects[1:]
    mark = marks[0]
    first = [p for p in objects if p.last <= mark.first]
    second = [p for p in objects if p.first >= mark.last]
    if first and second and mark.first > clause.cue.last:
        return [[*subjects, *first], [*subjects, *second]]
    return [[*subjects, person] for person in objects]


def _owner(events: Sequence[Event], scene: Scene, start: int, stop: int) -> Event | None:
    """The one event whose own people a part of a sentence names."""
    keys = {p.key for p in scene.people if p.key >= 0 and start <= p.first < stop}
    everywhere = set.intersection(*(set(e.members) for e in events[-2:]))
    fitting = [e for e in events if (keys - everywhere) & set(e.members)]
    return fitting[-1] if fitting else None
