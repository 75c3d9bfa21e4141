"""Promises of those who are no governments: movements, crowds, forces, guests who hold no office."""

from transforms.frames.promise_clauses import Promise
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Scene
from transforms.vocabulary import Modality

_NEAR = 3  # tokens behind an invitation, and whoever gives it, in which the guests stand
_BEFORE = 6  # tokens before a cue in which a movement may be who acts


def of_outsiders(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a movement, a crowd or somebody without office is who is to meet, travel or be invited."""
    return (
        _of_movement(scene, lexicon, promise)
        or _of_forces(scene, lexicon, promise)
        or _no_delegation(scene, lexicon, promise)
        or _with_movement(scene, lexicon, promise)
        or _without_office(scene, lexicon, promise)
    )


def _of_movement(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a movement or an opposition is who is invited or travels: «الائتلاف تلقى دعوة لزيارة موسكو»."""
    first = max(promise.first, promise.governing.first - _BEFORE)
    if any(first <= person.first < promise.governing.first for person in scene.people if person.in_scope):
        return False
    words, tokens = lexicon.words["movements"], scene.sentence.tokens
    if any(token.low in words for token in tokens[first : promise.governing.first]):
        return True
    head = promise.head
    if head is None or promise.kind not in ("visit", "host"):
        return False
    return lexicon.speaks(tokens[head.last : head.last + _BEFORE], "movements")


def _of_forces(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether forces or another crowd are who is to meet: «تلتقي قوة يقودها العميد»."""
    head = promise.head
    if head is None or head.entry.value != "meeting" or not head.entry.attrs.get("verb"):
        return False
    return lexicon.speaks(scene.sentence.tokens[head.last : head.last + 1], "crowds")


def _no_delegation(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a movement or a crowd is invited, or goods told before go: «دعوة لرجال الأعمال», «أبحرت قوافل وستصل»."""
    tokens, cue, head = scene.sentence.tokens, promise.governing, promise.head
    if promise.modality is Modality.INVITED:
        host = next((p for p in scene.people if p.first == cue.last and p.office is not None), None)
        at = host.last if host is not None else cue.last  # «دعا الوزير السياح»
        beside = tokens[at : at + _NEAR]
    elif promise.kind == "visit" and head is not None and cue.first <= promise.first + 1:
        at = cue.last
        beside = tokens[max(0, promise.first - _BEFORE) : promise.first]
        if any(p.last > promise.first - _BEFORE and p.first < head.last + _NEAR for p in scene.people):
            return False
    else:
        return False
    official = (p for p in scene.people if p.party is not None or p.office is not None)
    if any(at <= p.first < at + _NEAR for p in official):
        return False
    return lexicon.speaks(beside, "movements", "crowds")


def _with_movement(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether talks are "between" or "with" a movement and one government: «المحادثات بين الحكومة وحركة طالبان»."""
    head, tokens = promise.head, scene.sentence.tokens
    if head is None or head.entry.value not in ("meeting", "talks", "negotiation"):
        return False
    with_whom = [n for n in range(head.last, promise.last) if tokens[n].low in lexicon.words["meets_with"]]
    if not with_whom or with_whom[0] > head.last + _BEFORE:
        return False
    first, last = with_whom[0], min(promise.last, with_whom[0] + _BEFORE)
    if any(p.in_scope and p.name and first <= p.first < last for p in scene.people):
        return False
    return lexicon.speaks(tokens[first:last], "movements")


def _without_office(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether whoever was told of last before "invited him" holds no office: «اجتمع مع رئيس المكتب ووجه له الدعوة»."""
    cue, tokens = promise.governing, scene.sentence.tokens
    if promise.modality is not Modality.INVITED or promise.kind != "visit":
        return False
    if not lexicon.speaks(tokens[max(0, cue.first - 2) : cue.last + 2], "to_him"):
        return False
    before = [p for p in scene.people if p.last <= cue.first]
    return bool(before) and not before[-1].in_scope
