"""The two ends of an invitation: who is bidden to come, and to whom."""

from collections.abc import Sequence

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import Entity, Occasion, Sides, pair
from transforms.lexicon.loader import load
from transforms.mentions.model import Scene


def calls_on_all(scene: Scene, lang: str, promise: Promise, entities: Sequence[Entity]) -> bool:
    """Whether nobody is invited by name: «دعا المنظمات إلى زيارة عدن»."""
    lexicon = load(lang)
    cue = next(c for c in promise.cues if c.entry.attrs.get("visit"))
    if lexicon.morphology.cased or cue.last >= len(scene.sentence.tokens):
        return False
    words = lexicon.words["calls_for"]
    verb = any(t.low[len(cue.prefix) :] in words for t in scene.sentence.tokens[cue.first : cue.last])
    end = promise.head.first if promise.head is not None else promise.last
    entities = [e for e in entities if not (e.person is not None and e.first == cue.last)]  # who invites
    weak = promise.head is not None and promise.head.entry.attrs.get("weak")
    return verb and (bool(weak) or not any(cue.last <= e.first < end for e in entities))


def invitation_sides(
    promise: Promise,
    entities: Sequence[Entity],
    after: Sequence[Entity],
    meeting: Occasion | None,
    home: str | None,
) -> Sides:
    """Who is invited and by whom: the guest stands beside the word of inviting, the place behind the visit."""
    cue = next(c for c in promise.cues if c.entry.attrs.get("visit"))
    between = [e for e in entities if cue.last <= e.first and promise.head is not None and e.last <= promise.head.first]
    before = [e for e in entities if e.last <= cue.first]
    inviter = next((e for e in reversed(before) if e.person), None)
    host = next((e for e in after if e.person is None), None) or inviter
    code = host.code if host else None
    visitor = next((e for e in (*between, *reversed(before)) if e.code != code), None)
    person = visitor.person if visitor else None
    return pair(visitor.cited if visitor else None, host.cited if host else None, meeting, person, home)
