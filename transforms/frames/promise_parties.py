"""Who a promise is about: the sides of a meeting or visit to come, of the meeting it goes with, of the text around."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import (
    Entity,
    Occasion,
    Sides,
    acting_before,
    at_place,
    carried_side,
    entities_of,
    relative_of,
    sorted_sides,
    speech_before,
)
from transforms.frames.promise_matters import without_matters
from transforms.frames.promise_visits import visit_sides
from transforms.lexicon.loader import load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Scene

_LEANING = ("negotiation", "agreement", "other")  # kinds that may be told without an official beside them
_BODY = 6  # tokens between a body and the word that makes it a joint one
_BETWEEN = 4  # tokens between an event and "between"
_STAGE = 4  # tokens between "during" and the state that is the stage
_ATTENDED = 6  # tokens between "attend" and the meeting
_PAIR = 8  # tokens behind "between" in which two sides stand
_CONTEXT = 3  # sentences that tell whom a promise is about, where no meeting does


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
        entities = entities_of(analysis, analysis.scenes[index])
        named += [e.cited for e in entities if e.person or not at_place(analysis, analysis.scenes[index], e)]
        codes = {side.value for side in named}
        if len(codes) >= 2:
            return _Nearby(index, sorted_sides(named)) if len(codes) == 2 else None
    return None


def joint(scene: Scene, promise: Promise | None = None) -> bool:
    """Whether a sentence speaks of both sides together, up to the end of a promise where one is given.

    «رئيس الوزراء», «المسؤولين السعوديين» are one side's.
    """
    end = promise.last if promise is not None else len(scene.sentence.tokens)
    held = [(p.first, p.last) for p in scene.people] + [(h.first, h.last) for h in scene.of("office", "decider")]
    marked = {side.first for side in scene.parties if side.basis == "demonym"}
    both = (h for h in scene.of("group") if h.last not in marked and h.first < end)
    whole = any(not any(a <= h.first and h.last <= b for a, b in held) for h in both)
    return whole or any(hit.entry.value == "joint" and hit.first < end for hit in scene.of("says"))


def leans_on(analysis: Analysis, scene: Scene, promise: Promise, main: Sequence[Cited[str]]) -> bool:
    """Whether a promise of a report without a meeting may take its sides from what the report is mainly about.

    It must speak of both sides together or of a joint body, or be of talks and name one of the two and no other.
    """
    if all(cue.entry.attrs.get("adjacent") and not cue.entry.attrs.get("preparing") for cue in promise.cues):
        return False  # «عشية توقيع …»: told in passing
    if joint(scene, promise) or (
        promise.kind in ("committee", "formation") and is_joint_body(scene, analysis.lang, promise)
    ):
        return True
    named = entities_of(analysis, scene)
    codes = {e.code for e in named if promise.first <= e.first < promise.last and not e.place}
    if not codes and promise.kind in ("negotiation", "agreement"):  # «اتفاقية مع جورجيا، على أن تعقد الجولة في تبليسي»
        codes = {e.code for e in named if e.last <= promise.first and not at_place(analysis, scene, e)}
    talks = promise.kind in _LEANING or (promise.kind == "meeting" and _official(scene, promise))
    return (
        talks
        and len(main) == 2
        and bool(codes - {analysis.home})
        and codes < {side.value for side in main}
        and {side.value for side in main} - {analysis.home} <= _lately(analysis, scene)
    )


def _lately(analysis: Analysis, scene: Scene) -> set[str]:
    """The sides that a sentence and the few before it name."""
    scenes = analysis.scenes[max(0, scene.sentence.index - _CONTEXT) : scene.sentence.index + 1]
    return {entity.code for other in scenes for entity in entities_of(analysis, other)}


def is_joint_body(scene: Scene, lang: str, promise: Promise) -> bool:
    """Whether a word says that a body is one of two sides: "the joint commission"."""
    words = load(lang).words["joint_bodies"]
    head = promise.head
    first = promise.first if head is None else max(promise.first, head.first - _BODY)
    last = promise.last if head is None else min(promise.last, head.last + _BODY)
    return any(token.low in words for token in scene.sentence.tokens[first:last])


def parties_of(analysis: Analysis, scene: Scene) -> list[Cited[str]]:
    """The sides that a sentence speaks of: those it names, with those of the sentences before where it names one."""
    named = [e.cited for e in entities_of(analysis, scene) if not at_place(analysis, scene, e)]
    if len({side.value for side in named}) >= 2:
        return sorted_sides(named)
    around = nearby(analysis, scene)
    return sorted_sides([*named, *(around.parties if around else [])])


def sides_of(
    analysis: Analysis, scene: Scene, promise: Promise, meeting: Occasion | None, prior: Sides | None
) -> Sides:
    """The sides of a promise; `prior` are those of the visit that a further stop belongs to."""
    entities = without_matters(scene, analysis.lang, promise, entities_of(analysis, scene))
    if promise.kind == "other" and (mission := _of_mission(analysis, scene, promise, entities)) is not None:
        return mission
    if promise.kind in ("visit", "host"):
        return visit_sides(analysis, scene, promise, entities, meeting, prior)
    return _meeting(analysis, scene, promise, entities, meeting)


def as_attended(analysis: Analysis, scene: Scene, promise: Promise) -> Promise:
    """The promise as one of the event itself: "will attend the meeting of the Organization" is its event, no visit."""
    if promise.kind not in ("visit", "host"):
        return promise
    entities = without_matters(scene, analysis.lang, promise, entities_of(analysis, scene))
    return replace(promise, kind="meeting") if _attends(scene, promise, entities) else promise


def _attends(scene: Scene, promise: Promise, entities: Sequence[Entity]) -> bool:
    """Whether what somebody travels for is an organisation's meeting, with no place told."""
    head = promise.head
    if head is None or not head.entry.attrs.get("weak"):
        return False
    after = [
        hit for hit in scene.of("event") if 0 < hit.first - head.last <= _ATTENDED and hit.entry.value == "meeting"
    ]
    body = any(e.code in ORGANISATIONS and head.last <= e.first < promise.last for e in entities)
    return bool(after) and body and not any(e.place and head.last <= e.first < promise.last for e in entities)


def _of_mission(analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[Entity]) -> Sides | None:
    """Whose embassy is to open, and in which state: "Latvia will open an embassy in Nairobi"; null: no mission."""
    words = load(analysis.lang).words["missions"]
    inside = scene.sentence.tokens[promise.first : promise.last]
    if not any(token.low in words for token in inside):
        return None
    own = [e for e in entities if promise.first <= e.first < promise.last]
    grounds = [e for e in own if at_place(analysis, scene, e)]
    owners = [e for e in own if e not in grounds and (not grounds or e.code != grounds[0].code)]
    if len({e.code for e in owners}) != 1 or len({e.code for e in grounds}) != 1:
        return None
    return Sides(sorted_sides([owners[0].cited, grounds[0].cited]), host=grounds[0].cited)


def _of_antecedent(scene: Scene, promise: Promise, inside: Sequence[Entity]) -> list[Entity]:
    """The sides that a relative clause tells of: whom it follows and whom it names, not who stood before."""
    relative = relative_of(scene, promise)
    if relative is None:
        return list(inside)
    return [e for e in inside if e.last > relative.first or 0 <= relative.first - e.last <= 1]


def _worldwide(scene: Scene, lang: str, promise: Promise) -> bool:
    """Whether an event named with no side is one of all states: «قمة المناخ الدولية»."""
    head, lexicon = promise.head, load(lang)
    if head is None or head.entry.attrs.get("verb"):
        return False
    beside = scene.sentence.tokens[max(promise.first, head.first - 1) : min(promise.last, head.last + _BODY // 2)]
    return lexicon.speaks(beside, "worldwide")


def _object_first(scene: Scene, lang: str, promise: Promise, own: Sequence[Entity]) -> bool:
    """Whether all behind a verb of meeting are whom somebody told before is to meet: «حيث سيلتقي مع نظيره … ومع»."""
    head, lexicon, tokens = promise.head, load(lang), scene.sentence.tokens
    if head is None or lexicon.morphology.cased or not own or own[0].first < head.first:
        return False
    cue = min(cue.first for cue in promise.cues)
    if any(token.low in lexicon.words["told_pronouns"] for token in tokens[max(0, cue - 2) : cue]):
        return False  # "he" is who speaks
    led = [n for n in range(head.last, own[0].first) if tokens[n].low in lexicon.words["along_with"]]
    return bool(led) and led[0] - head.last <= _BETWEEN


def _state_acting(analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[Entity]) -> Entity | None:
    """The state that a sentence or a speech opens with, as who acts: «فإن روسيا … ستوقع مع طهران»."""
    told = speech_before(scene, analysis.lang, promise.first)
    before = [e for e in entities if told <= e.first < promise.first and e.person is None]
    return next((e for e in before if e.first - told <= 1 and not at_place(analysis, scene, e)), None)


def _left_out(
    analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[Entity], own: Sequence[Entity]
) -> Cited[str] | None:
    """Who is to meet those whom a promise names, where its own words leave him out; null: they name him, or nobody."""
    codes = {e.code for e in own}
    verb = promise.head is not None and bool(promise.head.entry.attrs.get("verb"))
    if len(codes) > 1:
        if not (verb and _object_first(scene, analysis.lang, promise, own)):
            return None
        acting = acting_before(analysis, scene, promise)
        return acting.cited if acting is not None else carried_side(analysis, scene, codes)
    if len(codes) != 1 or joint(scene, promise):
        return None
    carried_out = any(cue.entry.value == "light" and cue.entry.attrs.get("future") for cue in promise.cues)
    if not verb and not (carried_out and promise.kind == "meeting"):
        return None
    acting = acting_before(analysis, scene, promise)
    acting = acting or (_state_acting(analysis, scene, promise, entities) if verb else None)
    if acting is not None and acting.code not in codes:
        return acting.cited
    told = promise.head is not None and any(e.person is not None and e.last <= promise.head.first for e in own)
    return carried_side(analysis, scene, codes) if verb and not told else None


def _within(scene: Scene, promise: Promise, kind: str) -> bool:
    return any(promise.first <= hit.first < promise.last for hit in scene.of(kind))


def _named_home(analysis: Analysis) -> bool:
    """Whether the report names its outlet's own state, or credits its agency: else "he" is no official of it."""
    named = any(side.code == analysis.home for scene in analysis.scenes for side in scene.parties)
    return named or analysis.origin is not None


def _between(scene: Scene, lang: str, promise: Promise, inside: Sequence[Entity]) -> list[Entity]:
    """Whom "between" names behind an event, where it names two: «تشهد الدوحة اجتماعا بين كيري ولافروف»."""
    head, words = promise.head, load(lang).words["named_between"]
    if head is None:
        return list(inside)
    tokens = scene.sentence.tokens
    at = next((n for n in range(head.last, min(promise.last, head.last + _BETWEEN)) if tokens[n].low in words), None)
    named = [e for e in inside if at is not None and e.first > at]
    return named if len({e.code for e in named}) > 1 else list(inside)


def _of_instrument(analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[Entity]) -> list[Entity]:
    """The two sides of an instrument told before: "A pact between A and B is ready and will be signed"."""
    words = load(analysis.lang).words["joins_sides"]
    named = [hit.last for hit in scene.of("instrument") if hit.last <= promise.first]
    tokens = scene.sentence.tokens
    links = [n for n in range(named[0], promise.first) if tokens[n].low in words] if named else []
    sides = [e for e in entities if links and links[0] < e.first < promise.first and e.first - links[0] <= _PAIR]
    return sides if len({e.code for e in sides}) == 2 else []


def _official(scene: Scene, promise: Promise) -> bool:
    """Whether the sentence tells of an official up to the end of a promise."""
    return any(person.in_scope and person.first < promise.last for person in scene.people)


def _without_stage(analysis: Analysis, scene: Scene, promise: Promise, own: Sequence[Entity]) -> list[Entity]:
    """The sides without a state that is only the stage: "will meet his two counterparts during a visit to Qatar"."""
    lexicon = load(analysis.lang)
    tokens, words = scene.sentence.tokens, lexicon.words["circumstance"]
    during = words - lexicon.words["at_place"]
    cue, head = min(cue.last for cue in promise.cues), promise.head.last if promise.head is not None else promise.first
    spans = [n for n in range(cue, promise.last) if tokens[n].low in during]
    kept = [e for e in own if not (e.place and any(0 < e.first - n <= _STAGE for n in spans))] or list(own)
    staged = next((n for n in range(head, promise.last) if tokens[n].low in words), promise.last)
    acting = [e for e in kept if not (e.place and e.first > staged)]
    return acting if len({e.code for e in acting}) >= 2 else kept


def _meeting(
    analysis: Analysis, scene: Scene, promise: Promise, entities: Sequence[Entity], meeting: Occasion | None
) -> Sides:
    inside = [e for e in entities if promise.first <= e.first < promise.last]
    inside = _between(scene, analysis.lang, promise, _of_antecedent(scene, promise, inside))
    own = _without_stage(analysis, scene, promise, [e for e in inside if not at_place(analysis, scene, e)])
    if promise.kind == "agreement" and not own:  # "between the ministry in A and the secretariat in B"
        own = inside if len({e.code for e in inside}) == 2 else _of_instrument(analysis, scene, promise, entities)
    codes = {e.code for e in own}
    others = meeting.parties if meeting else []
    if not codes and _worldwide(scene, analysis.lang, promise):
        return Sides([])
    subject = next((e.person for e in own if e.person), None)
    verb = promise.head is not None and bool(promise.head.entry.attrs.get("verb"))
    actor = _left_out(analysis, scene, promise, entities, own)
    if actor is not None:
        left = subject if len(codes) < 2 else None  # the persons told are whom he is to meet
        return Sides(sorted_sides([*(e.cited for e in own), actor]), subject=left)
    if len(codes) >= 2:
        return Sides(sorted_sides([e.cited for e in own]), subject=subject)
    known = {side.value for side in others}
    words = load(analysis.lang).words["of_three"]  # "a trilateral meeting with …": the two who met, and the third
    three = any(token.low in words for token in scene.sentence.tokens[promise.first : promise.last])
    both = joint(scene, promise) and (not verb or _within(scene, promise, "group"))
    if not codes or codes <= known or codes & ORGANISATIONS or both or three:
        return Sides(sorted_sides([*(e.cited for e in own), *others]), subject=subject)
    before = [e for e in entities if e.last <= promise.first and not at_place(analysis, scene, e)]
    told = [*(e.cited for e in own), *(e.cited for e in before[-1:])]
    ours = analysis.home if analysis.home not in codes and _official(scene, promise) and _named_home(analysis) else None
    if len({side.value for side in told}) == 1 and ours:
        told.append(Cited(ours, told[0].start, told[0].end, "derived.party.home"))
    return Sides(sorted_sides(told), subject=subject)
