"""The two ends of a visit to come: who travels, and to whom."""

from collections.abc import Sequence

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import (
    Entity,
    Occasion,
    Sides,
    at_place,
    carried_side,
    led_by,
    pair,
    prefix_of,
    relative_of,
    speech_before,
)
from transforms.frames.promise_invitations import calls_on_all, invitation_sides
from transforms.lexicon.loader import load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Scene

_CROWD = 3  # tokens behind a verb in which a crowd may stand
_OF_ANOTHER = 3  # tokens between "to" and where another visit went: «زيارته إلى عدد من دول الخليج»
_NEAR_HEAD = 9  # tokens before a verb of travel in which a delegation may stand


def official(analysis: Analysis, scene: Scene, promise: Promise) -> bool:
    """Whether someone with an office is to travel: a person in scope, a delegation, or who a pronoun stands for."""
    people = any(person.in_scope and person.last <= promise.last for person in scene.people)
    return people or promise.after or _delegates(analysis, scene, promise)


def _delegates(analysis: Analysis, scene: Scene, promise: Promise, near: bool = False) -> bool:
    """Whether the clauses (or the words beside the verb) speak of a delegation or an official by a common noun."""
    lexicon = load(analysis.lang)
    first, last = 0, promise.last
    if near and promise.head is not None:
        that = [n + 1 for n in range(promise.head.first) if scene.sentence.tokens[n].low in lexicon.words["that_words"]]
        first = max([promise.first, promise.head.first - _NEAR_HEAD, *that])
        last = min(last, promise.head.last + 3)
    return lexicon.speaks(scene.sentence.tokens[first:last], "delegates")


def visit_sides(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    entities: Sequence[Entity],
    meeting: Occasion | None,
    prior: Sides | None,
) -> Sides:
    """The sides of a promise of a visit or reception; `prior` are those of the visit that a further stop belongs to."""
    start = promise.head.last if promise.head else promise.governing.last
    if promise.after:
        start = promise.first
    end = _visit_end(scene, promise, start)
    subject = [hit.last for hit in scene.of("topic_head") if hit.last - hit.first > 1]
    after = [e for e in entities if start < e.last and e.first < end]
    after = [e for e in after if not any(0 <= e.first - at <= 1 for at in subject)]  # "on the war in Syria"
    cue = min(cue.last for cue in promise.cues)
    carried = promise.head is not None and cue < promise.head.first  # «سيقوم الكشافة بزيارة»
    if _of_a_crowd(scene, analysis.lang, start, promise.last) or (
        carried and _of_a_crowd(scene, analysis.lang, cue, start)
    ):
        return Sides([])
    asides = _asides(scene, start)
    before = [e for e in entities if e.last <= start and not any(a <= e.first < b for a, b in asides)]
    if promise.after:
        stop = next((e for e in after if e.place), None)
        who = prior.subject if prior else None
        sides = pair(prior.visitor if prior else None, stop.cited if stop else None, meeting, who)
        return _touring(sides, _stops(analysis, scene, after, stop))
    if any(cue.entry.attrs.get("visit") for cue in promise.cues):
        if calls_on_all(scene, analysis.lang, promise, entities):
            return Sides([])
        return invitation_sides(promise, entities, after, meeting, analysis.home)
    if promise.kind == "host":
        if subject_of_host := _receiving(scene, analysis.lang, start, after):
            before, after = [subject_of_host], [e for e in after if e is not subject_of_host]
        guest = next((e for e in after if e.person), None) or next((e for e in after if not e.place), None)
        host = next((e for e in after if e.place and (guest is None or e.code != guest.code)), None)
        host = host or (before[-1] if before else None)
        if guest is None and not _delegates(analysis, scene, promise, near=True):
            return Sides([])  # "will receive the first flights"
        return pair(
            guest.cited if guest else None, host.cited if host else None, meeting, guest.person if guest else None
        )
    return _journey(analysis, scene, promise, before, after, meeting, prior)


def _journey(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    before: Sequence[Entity],
    after: Sequence[Entity],
    meeting: Occasion | None,
    prior: Sides | None,
) -> Sides:
    """A visit told from the traveller's side: "X will visit Y", "the visit of X to Y"."""
    head = promise.head
    verb = head is None or bool(head.entry.attrs.get("verb"))
    carried_out = any(cue.entry.kind == "event" and head is not None and cue.last <= head.first for cue in promise.cues)
    after = _of_this_visit(analysis, scene, promise, after)
    after = [e for e in after if not (e.place and _sends(analysis, scene, e))]
    after = _without_origin(analysis, scene, promise, after)
    host = _destination(analysis, scene, [e for e in after if not _sends(analysis, scene, e)])
    stops = _stops(analysis, scene, after, host)
    if _of_another(scene, promise, before):
        return Sides([])
    further = [e for e in after if e is not host and e not in stops]
    acting = _acting(analysis, scene, promise, before)
    if carried_out and any(e.person for e in acting):
        verb, acting = True, [e for e in acting if e.person]
    visitor = _counterpart_travels(analysis, promise, host, further) or _traveller(
        analysis, scene, promise, verb, acting, further, host
    )
    if host and visitor and host.code == visitor.code and _is_no_host(scene, analysis.lang, promise, host):
        host = None
    if host and visitor and host.code == visitor.code:
        elsewhere = any(e.place and e.code != host.code for e in after)
        if verb and host.place and not elsewhere and _at_home(analysis, scene, promise, visitor, host):
            return Sides([])  # "the governor will visit the city of Aden": at home
        others = [*reversed(before), *after]
        visitor = next((e for e in others if e.code != host.code and not at_place(analysis, scene, e)), None)
    led = visitor is None or visitor.last <= promise.first
    if led and host is not None and prior is not None and prior.visitor is not None:
        lexicon, opening = load(analysis.lang), scene.sentence.tokens[promise.first].low
        written_on = promise.head is not None and promise.head.prefix[:1] in lexicon.morphology.conjunctions
        joined = opening in lexicon.words["joining"] or (written_on and promise.head in promise.cues)
        if joined and prior.visitor.value != host.code:  # "…, and will then head to Baghdad"
            return pair(prior.visitor, host.cited, meeting, prior.subject)
    inside = [p for p in scene.people if p.in_scope and promise.first <= p.first < promise.last]
    if visitor is None and not inside:
        weak = promise.head is not None and promise.head.entry.attrs.get("weak")
        carried = carried_side(analysis, scene) if host is not None or not weak else None
        if carried and (host is None or carried.value != host.code):
            sides = pair(carried, host.cited if host else None, meeting, None)
            return _touring(sides, stops)
    person = visitor.person if visitor else None
    if host is None and visitor is not None and person is not None:
        host = _place_inside(scene, visitor)
    if host is None and _of_region(scene, analysis.lang, promise):
        return Sides([])  # "a tour of the region": no state is named
    weak = promise.head is not None and promise.head.entry.attrs.get("weak")
    beside = visitor is not None and person is not None and _beside(analysis, scene, visitor, promise)
    if weak and (host is None or not (beside or _delegates(analysis, scene, promise, near=True))):
        return Sides([])  # "reaches 20 per cent": nobody travels
    if visitor is not None and visitor.person is None and host is not None and meeting is not None:
        known = {side.value for side in meeting.parties}
        if visitor.code == "ORG" and visitor.code not in known and host.code in known:
            visitor = None  # a fund or agency of one of the two sides
    sides = pair(visitor.cited if visitor else None, host.cited if host else None, meeting, person, analysis.home)
    return _touring(sides, stops)


def _is_no_host(scene: Scene, lang: str, promise: Promise, own: Entity) -> bool:
    """Whether the traveller's own side is not where he goes: "a base of the United Nations", a tour of a region."""
    return (own.code in ORGANISATIONS and not own.place) or _of_region(scene, lang, promise)


def _without_origin(analysis: Analysis, scene: Scene, promise: Promise, after: Sequence[Entity]) -> list[Entity]:
    """The words behind a visit without the place that somebody leaves: «يغادر كارتر الأردن إلى السعودية»."""
    head, lexicon = promise.head, load(analysis.lang)
    if head is None or not lexicon.speaks(scene.sentence.tokens[head.first : head.first + 1], "leaving"):
        return list(after)
    towards = lexicon.words["towards"]
    return [e for e in after if not e.place or led_by(analysis, scene, e, towards, 3)]


def _at_home(analysis: Analysis, scene: Scene, promise: Promise, visitor: Entity, host: Entity) -> bool:
    """Whether an official travels at home: a city of the own state behind the verb, and nobody else who travels."""
    person, that = visitor.person, load(analysis.lang).words["that_words"]
    if (
        person is None
        or promise.head is None
        or not any(spot.city and spot.first == host.first for spot in scene.places)
    ):
        return False
    spoke = any(token.low in that for token in scene.sentence.tokens[visitor.last : promise.head.first])
    party = analysis.party(person)
    guessed = party is None or party.rule.startswith("derived") or party.start == host.cited.start
    return not (spoke or guessed) and _beside(analysis, scene, visitor, promise)


def _of_this_visit(analysis: Analysis, scene: Scene, promise: Promise, after: Sequence[Entity]) -> list[Entity]:
    """What stands before the next visit of the clauses: "will visit Indonesia after his trip to China"."""
    start = promise.head.last if promise.head is not None else promise.first
    visits = [h.first for h in scene.of("event") if h.entry.value == "visit" and start < h.first < promise.last]
    mine = [e for e in after if not visits or e.first < visits[0]]
    return mine if any(e.place for e in mine) else list(after)


def _of_another(scene: Scene, promise: Promise, before: Sequence[Entity]) -> bool:
    """Whether a relative clause tells of somebody who is no side: "the employers' union, which will send a team"."""
    relative = relative_of(scene, promise)
    if relative is None or relative.first == 0:
        return False
    return not any(0 <= relative.first - e.last <= 2 for e in before)


def _acting(analysis: Analysis, scene: Scene, promise: Promise, before: Sequence[Entity]) -> list[Entity]:
    """Whoever stands before a visit; at whose occasion something is to happen, who acts there travels, not his guest.

    "X will meet his counterparts Y and Z during a visit to Qatar".
    """
    words = load(analysis.lang).words["circumstance"]
    head = promise.head
    if head is None or head.first == 0 or scene.sentence.tokens[head.first - 1].low not in words:
        return list(before)
    told = speech_before(scene, analysis.lang, head.first)
    people = [e for e in before if e.person is not None and e.first >= told and not e.person.counterpart]
    return people[:1] or list(before)


def _of_region(scene: Scene, lang: str, promise: Promise) -> bool:
    """Whether the words name a region, and no state, for where the journey goes."""
    return load(lang).speaks(scene.sentence.tokens[promise.first : promise.last], "regions")


def _sends(analysis: Analysis, scene: Scene, entity: Entity) -> bool:
    """Whether an adjective says whose delegation travels: «وصول وفد كوبي»."""
    lexicon = load(analysis.lang)
    if lexicon.morphology.cased or entity.first == 0 or prefix_of(analysis, scene, entity):
        return False
    return lexicon.speaks(scene.sentence.tokens[entity.first - 1 : entity.first], "delegates")


def _receiving(scene: Scene, lang: str, start: int, after: Sequence[Entity]) -> Entity | None:
    """Who receives, where the verb stands first: «ستستقبل منظمة التجارة العالمية رئيس كازاخستان»."""
    if load(lang).morphology.cased:
        return None
    return next((e for e in after if e.first == start and not e.place), None) if len(after) > 1 else None


def _of_a_crowd(scene: Scene, lang: str, start: int, last: int) -> bool:
    """Whether pilgrims, patients, aircraft or goods are who travels or is received, and no official before them."""
    lexicon = load(lang)
    for n, token in enumerate(scene.sentence.tokens[start : min(last, start + _CROWD)], start):
        if lexicon.speaks([token], "delegates") or any(p.first <= n < p.last for p in scene.people):
            members = scene.sentence.tokens[n + 1 : n + 3]
            return lexicon.speaks([token], "delegates") and lexicon.speaks(members, "crowds")  # «وفد من رجال الأعمال»
        if lexicon.speaks([token], "crowds"):
            return True
    return False


def _touring(sides: Sides, stops: Sequence[Entity]) -> Sides:
    sides.stops = [stop.cited for stop in stops if stop.code not in {side.value for side in sides.parties}]
    return sides


def _counterpart_travels(
    analysis: Analysis, promise: Promise, host: Entity | None, after: Sequence[Entity]
) -> Entity | None:
    """A counterpart right behind the verb who goes to a third state: «ويزور نظيره الفرنسي إيران»; null: there is none.

    Where the verb stands first its subject follows it; to his own state he is who is visited.
    """
    head = promise.head
    if head is None or host is None or load(analysis.lang).morphology.cased:
        return None
    beside = (e for e in after if e.first == head.last and e.person is not None and e.person.counterpart)
    return next((e for e in beside if host.place and e.code != host.code), None)


def _traveller(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    verb: bool,
    before: Sequence[Entity],
    rest: Sequence[Entity],
    host: Entity | None,
) -> Entity | None:
    """Who travels: before a verb the nearest, behind it a person; behind a noun the first, else a person before it."""
    words = load(analysis.lang).words["towards"]
    own = [e for e in before if not at_place(analysis, scene, e)]
    own = [e for e in own if e.person is not None or not led_by(analysis, scene, e, words, _OF_ANOTHER)]
    people = [e for e in own if e.person]
    led = bool(rest) and (host is None or rest[0].first < host.first)
    if verb and rest and rest[0].person and (not people or _follows_verb(analysis, promise, own, rest[0])):
        return rest[0]
    cities = {spot.first for spot in scene.places if spot.city}
    if verb and own and own[-1].first in cities and people:
        own = people  # "Mr. Khalil left Tripoli on Monday; he will be in Algiers next week"
    if not verb and people and rest and rest[0].person is None and not led:
        rest = []  # «يعتزم كيري زيارة الدوحة للاجتماع مع …»: who stands far behind is met there
    candidates = [*own[-1:], *rest[:1]] if verb else [*rest[:1], *(people or own)[-1:]]
    return candidates[0] if candidates else None


def _follows_verb(analysis: Analysis, promise: Promise, own: Sequence[Entity], person: Entity) -> bool:
    """Whether a person right behind an Arabic verb is its subject: nobody stands right before it."""
    head = promise.head
    verb = head is not None and bool(head.entry.attrs.get("verb"))
    if head is None or not verb or load(analysis.lang).morphology.cased or person.first != head.last:
        return False
    return not any(e.person is not None and 0 <= head.first - e.last <= 1 for e in own)


def _beside(analysis: Analysis, scene: Scene, visitor: Entity, promise: Promise) -> bool:
    """Whether the traveller stands right beside the verb; a relative clause, a time, a style, a wish are no words."""
    head = promise.head
    if head is None:
        return True
    told = scene.sentence.tokens[head.first - 1].low if head.first else ""
    if told in load(analysis.lang).words["told_pronouns"]:
        return True  # «مضيفا أنه سيتوجه إلى أبوظبي»
    last = next((end for at, end in _asides(scene, head.first) if 0 <= at - visitor.last <= 1), visitor.last)
    if -3 <= head.first - last <= 3 or -1 <= visitor.first - head.last <= 2:
        return True
    spans = [*((t.first, t.last) for t in scene.times), *((h.first, h.last) for h in scene.of("honorific"))]
    skipped = {n for first, stop in spans for n in range(first, stop)}
    words = [scene.sentence.tokens[n] for n in range(head.last, visitor.first) if n not in skipped]
    wishes = load(analysis.lang).words["wishes"]
    return visitor.first > head.last and sum(t.text[0].isalnum() and t.low not in wishes for t in words) <= 2


def _place_inside(scene: Scene, visitor: Entity) -> Entity | None:
    """The destination that follows an office without a sign between: وزير الخارجية الهندي الدوحة."""
    for spot in scene.places:
        if visitor.first < spot.first < visitor.last and spot.country and spot.country != visitor.code:
            cited = Cited(spot.country, spot.start, spot.end, "derived.party.place")
            return Entity(spot.country, spot.first, spot.last, cited, None, True)
    return None


def _stops(analysis: Analysis, scene: Scene, after: Sequence[Entity], host: Entity | None) -> list[Entity]:
    """The further countries of a tour, named one by one behind the first."""
    found: list[Entity] = []
    last = host
    lexicon = load(analysis.lang)
    for entity in after:
        if last is None or entity.first < last.last or not entity.place:
            continue
        timed = {n for time in scene.times for n in range(time.first - 1, time.last)}
        tokens = scene.sentence.tokens
        between = [tokens[n].low for n in range(last.last, entity.first) if n not in timed]
        joined = any(particle in lexicon.morphology.conjunctions for particle in prefix_of(analysis, scene, entity))
        if not all(word in lexicon.words["joining"] for word in between) or not (between or joined):
            break
        if entity.code != last.code:
            found.append(entity)
        last = entity
    return found


def _asides(scene: Scene, stop: int) -> list[tuple[int, int]]:
    """Relative clauses between commas: "the envoy, who met the premier on Monday, will travel to …"."""
    signs = [n for n, token in enumerate(scene.sentence.tokens[:stop]) if token.text in ",،"]
    opened = [hit.first for hit in scene.of("relative") if hit.first - 1 in signs]
    return [(at, end) for at in opened for end in signs if end > at][:1]


def _visit_end(scene: Scene, promise: Promise, start: int) -> int:
    """Where the words on a visit end: before a further stop, or with its clauses."""
    stops = [hit.first for hit in scene.of("clause") if hit.entry.value == "then" and hit.first > start]
    return min([promise.last, *stops])


def _destination(analysis: Analysis, scene: Scene, after: Sequence[Entity]) -> Entity | None:
    """The place or side behind "to", else the first place that is no person's."""
    words = load(analysis.lang).words["towards"]
    led = [e for e in after if e.person is None and led_by(analysis, scene, e, words, 3)]
    return next((e for e in led if e.place), led[0] if led else _first_place(after))


def _first_place(after: Sequence[Entity]) -> Entity | None:
    """The first place, else the first side, that is no person's."""
    sides = [entity for entity in after if entity.person is None]
    return next((entity for entity in sides if entity.place), sides[0] if sides else None)
