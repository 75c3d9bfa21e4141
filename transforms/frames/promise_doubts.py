"""What makes the words of a promise none: a parliament at home, a movement, the dead, a call, the event just told."""

from transforms.frames.promise_clauses import Promise
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Scene
from transforms.vocabulary import Modality

_NEAR = 3  # tokens between a verb of meeting and the parliament that meets
_REFUSED = 4  # tokens between a refusal and the invitation
_SO_THAT = "ل"  # written onto an Arabic verb of the present
_BEFORE = 6  # tokens before a cue in which a movement may be who acts


def is_doubtful(scene: Scene, lang: str, promise: Promise) -> bool:
    """Whether a promise speaks of nothing to come between governments."""
    lexicon = load(lang)
    return (
        _at_home(scene, lexicon, promise)
        or _of_movement(scene, lexicon, promise)
        or _of_the_dead(scene, lexicon, promise)
        or _called_for(scene, lexicon, promise)
        or _just_told(scene, lexicon, promise)
        or _accepted(scene, lexicon, promise)
        or _aimed_at(promise)
        or _of_forces(scene, lexicon, promise)
        or _weighed(scene, lexicon, promise)
        or _no_delegation(scene, lexicon, promise)
        or _with_movement(scene, lexicon, promise)
        or _agenda(scene, lexicon, promise)
    )


def _at_home(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a parliament meets by itself: «إلى أن يجتمع الكونغرس», «بجلسة الغد لمجلس النواب»."""
    head = promise.head
    if head is None or head.entry.value != "meeting" or any(p.name for p in scene.people if p.first >= promise.first):
        return False
    behind = scene.sentence.tokens[head.last : head.last + _NEAR]
    body = lexicon.speaks(behind, "parliaments")
    verb = min(cue.first for cue in promise.cues)
    held = any(verb < hit.first < head.first and hit.first - verb <= _NEAR for hit in scene.of("decider"))
    return body or held or any(0 <= hit.first - head.last < _NEAR for hit in scene.of("decider"))


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


def _of_the_dead(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a blessing on the dead, or another word of them, stands in the words: it is history."""
    words = lexicon.words["departed"] | lexicon.words.get("blessings", frozenset())
    return any(token.low in words for token in scene.sentence.tokens[promise.first : promise.last + 1])


def _called_for(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a verb of inviting only calls for an event: «دعا إلى اجتماع»."""
    tokens, cue = scene.sentence.tokens, promise.governing
    if promise.modality is not Modality.INVITED or cue.last >= len(tokens) or promise.kind != "visit":
        return False
    calls = any(t.low[len(cue.prefix) :] in lexicon.words["calls_for"] for t in tokens[cue.first : cue.last])
    led = tokens[cue.last].low in lexicon.words["put_off_to"]
    return calls and led and (promise.head is None or promise.head.entry.value != "visit")


def _just_told(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether what is prepared for is the event told before: "in preparation for this meeting"."""
    head = promise.head
    if head is None or head.first == 0:
        return False
    if not lexicon.speaks(scene.sentence.tokens[head.first - 1 : head.first], "demonstratives"):
        return False
    told = [*(t.first for t in scene.times), *(p.first for p in scene.parties), *(p.first for p in scene.people)]
    named = any(promise.first <= first < promise.last for first in told)
    return all(cue.entry.attrs.get("adjacent") for cue in promise.cues) or not named


def _accepted(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether the invitation was followed already or refused: «تشرفت بتلبية دعوة», «رفض الحوثيين دعوة المملكة»."""
    cue = promise.governing
    if promise.modality is not Modality.INVITED or cue.first == 0:
        return False
    before = scene.sentence.tokens[max(0, cue.first - _REFUSED) : cue.first]
    return lexicon.speaks(before, "refusing") or lexicon.speaks(before[-1:], "following")


def _aimed_at(promise: Promise) -> bool:
    """Whether a verb of the present tells only why somebody has come: «وصل إلى ماليه ليرأس وفد المملكة»."""
    cue = promise.governing
    present = cue.entry.kind == "event" and cue.entry.attrs.get("present") and not cue.entry.attrs.get("future")
    return bool(present) and cue.prefix.endswith(_SO_THAT)


def _of_forces(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether forces or another crowd are who is to meet: «تلتقي قوة يقودها العميد»."""
    head = promise.head
    if head is None or head.entry.value != "meeting" or not head.entry.attrs.get("verb"):
        return False
    return lexicon.speaks(scene.sentence.tokens[head.last : head.last + 1], "crowds")


def _weighed(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a matter is only weighed, with nobody: «ويبحث العرب مسألة التوجه إلى مجلس الأمن»."""
    head, tokens = promise.head, scene.sentence.tokens
    if head is None or tokens[head.first].low[len(head.prefix) :] not in lexicon.words["weighing"]:
        return False
    told = max([promise.first, *(n for n in range(head.first) if tokens[n].low in lexicon.words["that_words"])])
    people = [p for p in scene.people if told <= p.first < promise.last]
    if len(people) > 1 or any(0 <= hit.first - head.last <= 1 for hit in scene.of("group")):
        return False
    others = [*(p.first for p in people), *(side.first for side in scene.parties)]
    others += [hit.first for hit in scene.of("side", "office_plural")]
    with_whom = [n for n in range(promise.first, promise.last) if tokens[n].low in lexicon.words["meets_with"]]
    return not any(0 < first - n <= _NEAR for n in with_whom for first in others)


def _no_delegation(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a movement or a crowd is invited, or goods told before go: «دعوة لرجال الأعمال», «أبحرت قوافل وستصل»."""
    tokens, cue, head = scene.sentence.tokens, promise.governing, promise.head
    if promise.modality is Modality.INVITED:
        beside = tokens[cue.last : cue.last + _NEAR]
    elif promise.kind == "visit" and head is not None and cue.first <= promise.first + 1:
        beside = tokens[max(0, promise.first - _BEFORE) : promise.first]
        if any(p.last > promise.first - _BEFORE and p.first < head.last + _NEAR for p in scene.people):
            return False
    else:
        return False
    if any(cue.last <= p.first < cue.last + _NEAR for p in scene.people if p.party is not None or p.office is not None):
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


def _agenda(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether only what an event is to discuss is told, without a day: «ومن المزمع أن يناقش الاجتماع …»."""
    head, tokens, first = promise.head, scene.sentence.tokens, promise.governing.last
    if head is None or head.first < first or any(promise.first <= t.first < promise.last for t in scene.times):
        return False
    return head.first - first == 1 and lexicon.speaks(tokens[first : first + 1], "discussing")
