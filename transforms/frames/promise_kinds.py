"""What kind of event a promise is, by the words of its clauses and by what the article told before it."""

from collections.abc import Sequence

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_cuts import outermost
from transforms.frames.promise_details import session_number
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Scene
from transforms.vocabulary import AgreementStatus, FollowUpKind

_KINDS = {
    "visit": FollowUpKind.VISIT,
    "host": FollowUpKind.VISIT,
    "meeting": FollowUpKind.MEETING,
    "committee": FollowUpKind.COMMITTEE,
    "formation": FollowUpKind.COMMITTEE,
    "agreement": FollowUpKind.AGREEMENT,
    "negotiation": FollowUpKind.MEETING,
    "other": FollowUpKind.OTHER,
    "setup": FollowUpKind.OTHER,
}
_ABOUT = 9  # tokens between talks and the instrument that they are about
_BESIDE = 3  # tokens between a session and the word that counts it


def kind_of(analysis: Analysis, scene: Scene, promise: Promise) -> FollowUpKind:
    """The kind: a numbered session is one of the committee told before it, a round one of the negotiations."""
    if promise.kind == "host" and _is_there(analysis, scene, promise):
        return FollowUpKind.MEETING
    if promise.kind not in ("meeting", "negotiation") or promise.head is None:
        return _KINDS[promise.kind]
    if _of_formed(analysis, scene, promise.head):
        return FollowUpKind.COMMITTEE
    if promise.head.entry.value == "meeting" and _on_instrument(analysis, scene, promise):
        return FollowUpKind.AGREEMENT
    if _is_round(analysis, scene, promise.head) and _of_instrument(scene, promise.head):
        return FollowUpKind.AGREEMENT
    negotiation = promise.head.entry.value == "negotiation"
    if negotiation or promise.head.entry.attrs.get("session"):
        before = analysis.scenes[: scene.sentence.index + 1]
        if negotiation or _counted(analysis, scene, promise.head):
            events = [hit for other in before for hit in _until(other, scene, promise.head)]
            last = next((hit for hit in reversed(events) if _is_frame(hit)), None)
            held = last.entry.value == "negotiation" if last is not None else any(map(_negotiated, before))
            if negotiation or (held and _is_round(analysis, scene, promise.head)):
                instrument = any(other.of("instrument") for other in before)
                return FollowUpKind.AGREEMENT if instrument else FollowUpKind.MEETING
            if last is not None and last.entry.value == "committee":
                return FollowUpKind.COMMITTEE
            if _follows_body(analysis, scene, promise.head, before):
                return FollowUpKind.COMMITTEE
    return _KINDS[promise.kind]


def _of_formed(analysis: Analysis, scene: Scene, head: Hit) -> bool:
    """Whether a meeting is that of a body to be set up in the same sentence: "…, the first meeting of which will"."""
    behind = [hit for hit in scene.of("relative") if 0 < hit.first - head.last <= 1]
    formed = any(hit.entry.value == "formation" and hit.last <= head.first for hit in scene.of("event"))
    return bool(behind) and formed and load(analysis.lang).morphology.cased


def _follows_body(analysis: Analysis, scene: Scene, head: Hit, before: Sequence[Scene]) -> bool:
    """Whether a numbered session is the next one of a body told before: "the second session of the commission"."""
    end = min(head.last + _BESIDE, len(scene.sentence.tokens))
    number = session_number(analysis, scene, max(0, head.first - _BESIDE), end)
    if number is None:
        return False
    for other in before:
        for body in (hit for hit in other.of("event") if hit.entry.value == "committee"):
            held = session_number(analysis, other, max(0, body.first - 4 * _BESIDE), body.last)
            if held is not None and held.value == number.value - 1:
                return True
    return False


def _is_frame(hit: Hit) -> bool:
    """Whether an event is a body, negotiations or a dialogue, of which there are sessions."""
    value = hit.entry.value
    return value in ("committee", "negotiation") or (value == "meeting" and not _plain(hit))


def _on_instrument(analysis: Analysis, scene: Scene, promise: Promise) -> bool:
    """Whether talks are about an instrument: "talks on a trade accord would open within a month"."""
    head = promise.head
    words = load(analysis.lang).words["talks_on"]
    if head is None or scene.sentence.tokens[head.last - 1].low not in words:
        return False
    named = [hit for hit in scene.of("instrument") if 0 < hit.first - head.last <= _ABOUT and hit.first < promise.last]
    return bool(named) and not any(head.last <= act.first < named[0].first for act in scene.of("agreement_act"))


def _of_instrument(scene: Scene, head: Hit) -> bool:
    """Whether a round is one of negotiations named behind it, or of an instrument said to be negotiated before it."""
    named = [hit for hit in scene.of("event") if hit.entry.value == "negotiation" and hit.first >= head.last]
    acts = [act for act in scene.of("agreement_act") if act.entry.value == AgreementStatus.UNDER_NEGOTIATION]
    return any(hit.first - head.last <= _ABOUT for hit in named) or any(act.last <= head.first for act in acts)


def _negotiated(scene: Scene) -> bool:
    """Whether an instrument is said to be negotiated."""
    return any(act.entry.value == AgreementStatus.UNDER_NEGOTIATION for act in scene.of("agreement_act"))


def _is_round(analysis: Analysis, scene: Scene, head: Hit) -> bool:
    words = load(analysis.lang).words["rounds"]
    return any(token.low in words for token in scene.sentence.tokens[head.first : head.last])


def _plain(hit: Hit) -> bool:
    return bool(hit.entry.attrs.get("session") or hit.entry.attrs.get("verb"))


def _until(other: Scene, scene: Scene, head: Hit) -> list[Hit]:
    """The events of a sentence, up to the promised one where it is the sentence of the promise."""
    events = outermost(other.of("event"))
    names = other.of("organisation")
    own = [hit for hit in events if not any(n.first <= hit.first and hit.last <= n.last for n in names)]
    return [hit for hit in own if other is not scene or hit.first < head.first]


def _counted(analysis: Analysis, scene: Scene, head: Hit) -> bool:
    """Whether a session is numbered, or the next one."""
    tokens = scene.sentence.tokens
    words = load(analysis.lang).words["session_next"]
    own = [hit for hit in scene.of("event") if 0 <= hit.first - head.last <= _BESIDE]
    if any(hit.entry.value == "meeting" and not _plain(hit) for hit in own):
        return False  # "the next session of consultations" is no committee's
    first, last = max(0, head.first - _BESIDE), min(len(tokens), head.last + _BESIDE)
    if any(token.low in words for token in tokens[first:last]):
        return True
    return session_number(analysis, scene, max(0, head.first - _BESIDE), last) is not None


def _is_there(analysis: Analysis, scene: Scene, promise: Promise) -> bool:
    """Whether the guest to be received is already there: "is to receive the visiting chief of staff"."""
    words = load(analysis.lang).words["already_there"]
    return any(token.low in words for token in scene.sentence.tokens[promise.first : promise.last])
