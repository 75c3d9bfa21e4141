"""States that a promise only speaks about: "talks on the Syrian file", «لمناقشة البرنامج النووي الإيراني»."""

from collections.abc import Sequence

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import Entity
from transforms.frames.topics import hits_of
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Scene
from transforms.vocabulary import Topic

# These topics are somebody's: a state beside them is the one that they are about.
_OWNED = frozenset({Topic.CONFLICT_RESOLUTION, Topic.REGIONAL_AFFAIRS, Topic.NUCLEAR})
_OPPOSED = 2  # tokens between a movement and the adjective that says whose it is
_BESIDE = 2  # tokens between an instrument and the "with" that belongs to it
_KINDS = ("meeting", "negotiation", "visit", "host")


def without_matters(scene: Scene, lang: str, promise: Promise, entities: Sequence[Entity]) -> list[Entity]:
    """The entities of a sentence without those that a promise is only about."""
    if promise.head is None or promise.kind not in _KINDS:
        return list(entities)
    lexicon = load(lang)
    spans = matter_spans(scene, lang, promise)
    kept: list[Entity] = []
    end = -1  # of a state in a list that goes on with what was only a matter: «في سورية واليمن وليبيا»
    for entity in entities:
        if any(a <= entity.first < b for a, b in spans) or (entity.place and entity.first == end):
            end = entity.last
        else:
            kept.append(entity)
    named = {hit.last for hit in scene.of("instrument")}  # «معاهدة واشنطن»
    kept = [e for e in kept if not (e.place and e.first in named)]
    return [e for e in kept if not (_names_talks(promise, e) or _of_movement(scene, lexicon, e))]


def matter_spans(scene: Scene, lang: str, promise: Promise) -> list[tuple[int, int]]:
    """The words on what a promise is about, from token to token."""
    lexicon = load(lang)
    return [*_owned(scene, lexicon, promise), *_discussed(scene, lexicon, promise)]


def _names_talks(promise: Promise, entity: Entity) -> bool:
    """Whether a city only names talks: «مشاورات موسكو»."""
    talks = promise.kind in ("meeting", "negotiation") and promise.head is not None
    return talks and entity.place and promise.head is not None and entity.first == promise.head.last


def _of_movement(scene: Scene, lexicon: Lexicon, entity: Entity) -> bool:
    """Whether an adjective says whose opposition is meant: «ممثلي المعارضة السورية»."""
    if entity.person is not None or entity.first == 0:
        return False
    tokens, first, last = scene.sentence.tokens, entity.first, entity.last
    beside = tokens[last : last + _OPPOSED] if lexicon.morphology.cased else tokens[max(0, first - _OPPOSED) : first]
    if any(token.text in ",،" for token in beside):
        return False
    return lexicon.speaks(beside, "movements")


def _owned(scene: Scene, lexicon: Lexicon, promise: Promise) -> list[tuple[int, int]]:
    """The words of such topics, with the state whose they are: before them in English, behind them in Arabic."""
    head = promise.head
    spans = []
    for hit in hits_of(scene, lexicon):
        first, last = hit.first, hit.last
        if Topic(hit.entry.value) not in _OWNED or head is None or head.first in range(first, last + 1):
            continue
        if head.last == first and not head.entry.attrs.get("verb"):
            continue  # "nuclear talks", «المفاوضات النووية»: whose they are is who holds them
        for side in scene.parties:
            if lexicon.morphology.cased and side.last == first:
                first = side.first
            elif not lexicon.morphology.cased and side.first == last and side.basis == "demonym":
                last = side.last
        spans.append((first, last))
    return spans


def _discussed(scene: Scene, lexicon: Lexicon, promise: Promise) -> list[tuple[int, int]]:
    """What stands behind "to discuss" or "on" up to the end of the promise, or to a "with" that brings in a side."""
    if promise.head is None or promise.kind in ("visit", "host"):
        return []
    tokens, about = scene.sentence.tokens, lexicon.words["about_words"]
    starts = [hit.last for hit in scene.of("discuss") if promise.head.last <= hit.first < promise.last]
    starts += [n + 1 for n in range(promise.head.last, promise.last) if tokens[n].low in about]
    if not starts:
        return []
    words = lexicon.words["meets_with"]
    sides = [n for n in range(min(starts), promise.last) if tokens[n].low in words]
    sides = [n for n in sides if not _of_the_matter(scene, n)]
    return [(min(starts), min([promise.last, *sides]))]


def _of_the_matter(scene: Scene, at: int) -> bool:
    """Whether "with" belongs to the instrument or relation before it: «لبحث الاتفاق النووي مع إيران»."""
    named = any(0 <= at - hit.last <= _BESIDE for hit in scene.of("instrument"))
    return named and not any(0 < person.first - at <= 1 for person in scene.people if person.in_scope)
