"""What makes the words of a promise none: a parliament at home, a movement, the dead, a call, the event just told."""

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_outsiders import of_outsiders
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Scene
from transforms.time.model import TimeExpr
from transforms.time.resolve import tense
from transforms.vocabulary import Modality

_NEAR = 3  # tokens between a verb of meeting and the parliament that meets
_REFUSED = 4  # tokens between a refusal and the invitation
_SO_THAT = "ل"  # written onto an Arabic verb of the present


def is_doubtful(scene: Scene, lang: str, promise: Promise) -> bool:
    """Whether a promise speaks of nothing to come between governments."""
    lexicon = load(lang)
    return (
        _at_home(scene, lexicon, promise)
        or of_outsiders(scene, lexicon, promise)
        or _of_the_dead(scene, lexicon, promise)
        or _called_for(scene, lexicon, promise)
        or _just_told(scene, lexicon, promise)
        or _accepted(scene, lexicon, promise)
        or _aimed_at(promise)
        or _weighed(scene, lexicon, promise)
        or _agenda(scene, lexicon, promise)
        or _in_passing(scene, lexicon, promise)
        or _happened(scene, lexicon, promise)
    )


def _at_home(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a parliament meets by itself: «إلى أن يجتمع الكونغرس», «بجلسة الغد لمجلس النواب»."""
    head, words = promise.head, lexicon.words["meets_with"]
    if head is None or head.entry.value != "meeting":
        return False
    others = any(p.name for p in scene.people if p.first >= promise.first)
    if others and any(token.low in words for token in scene.sentence.tokens[promise.first : promise.last]):
        return False
    behind = scene.sentence.tokens[head.last : head.last + _NEAR]
    body = lexicon.speaks(behind, "parliaments")
    verb = min(cue.first for cue in promise.cues)
    held = any(verb < hit.first < head.first and hit.first - verb <= _NEAR for hit in scene.of("decider"))
    return body or held or any(0 <= hit.first - head.last < _NEAR for hit in scene.of("decider"))


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


def _agenda(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether only what an event is to discuss is told, without a day: «ومن المزمع أن يناقش الاجتماع …»."""
    head, tokens, first = promise.head, scene.sentence.tokens, min(cue.last for cue in promise.cues)
    own = [time for time in scene.times if promise.first <= time.first < promise.last]
    if head is None or any(_is_to_come(scene, lexicon, time) for time in own):
        return False
    event = any(hit.last == head.first for hit in scene.of("event") if not hit.entry.attrs.get("verb"))
    if event and tokens[head.first].low[len(head.prefix) :] in lexicon.words["weighing"]:
        return True  # «الزيارة ستبحث التعاون»
    return first < head.first and lexicon.speaks(tokens[head.first - 1 : head.first], "discussing")


def _is_to_come(scene: Scene, lexicon: Lexicon, time: TimeExpr) -> bool:
    """Whether a time may be that of an event to come: no stretch since when something holds."""
    before = scene.sentence.tokens[max(0, time.first - 1) : time.first + 1]
    return tense(time) >= 0 and not any(token.low in lexicon.words["since"] for token in before)


def _in_passing(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether an event told by a preposition is the occasion of something past: «عشية الاجتماع كان الرئيس قد أعلن»."""
    head = promise.head
    if head is None or not all(cue.entry.attrs.get("adjacent") for cue in promise.cues):
        return False
    behind = scene.sentence.tokens[head.last : min(promise.last, head.last + _NEAR)]
    return any(token.low in lexicon.words["had_been"] for token in behind)


def _happened(scene: Scene, lexicon: Lexicon, promise: Promise) -> bool:
    """Whether a relative clause behind a word of promise says that it was held: «اللقاءات المنتظرة التي عقدها»."""
    at = promise.governing.last
    clause = next((hit for hit in scene.of("relative") if 0 <= hit.first - at <= 1), None)
    if clause is None or promise.governing.entry.kind == "event":
        return False
    return lexicon.speaks(scene.sentence.tokens[clause.last : clause.last + 1], "happened")
