"""Which act of a sentence governs an instrument, and what keeps an instrument out of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.frames.agreement_titles import Title
from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Scene
from transforms.time.model import Window
from transforms.time.resolve import resolve
from transforms.vocabulary import AgreementStatus, AgreementType, LegalStage

_NEAR = 4  # words between a wish or a plan and the act that it colours
_REFERENCE = 4  # words between "under the" and the instrument it refers to
_AGO = timedelta(days=30)  # an act dated earlier than this before publication is background
_DECISIONS = (AgreementStatus.APPROVED, AgreementStatus.UNDER_NEGOTIATION)


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with an instrument, and the phrase that says so."""

    status: AgreementStatus
    stage: LegalStage | None
    hit: Hit
    rule: str


def is_after(act: Hit) -> bool:
    """Whether the act speaks of the instrument before it: "is to be signed"."""
    return bool(act.entry.attrs.get("after"))


def governing(scene: Scene, instrument: Hit, title: Title) -> Act | None:
    """The act that an instrument undergoes; null where it is only mentioned, wished for, denied or recalled."""
    every = scene.of("agreement_act")
    acts = [h for h in every if h.entry.value != AgreementStatus.UNDISCLOSED and not _inside(h, every)]
    before = [a for a in acts if a.last <= title.first and not is_after(a)]
    authorised = next((a for a in before if a.entry.attrs.get("stage") == LegalStage.AUTHORISED), None)
    if authorised is not None:
        return _act(authorised)
    later = _later(scene, instrument, acts)
    if later is not None:
        return None if _negated(scene, later) else _act(later)
    return next((act for act in (_colour(scene, a) for a in reversed(before[-1:])) if act is not None), None)


def _inside(act: Hit, others: Sequence[Hit]) -> bool:
    """Whether an act starts inside another: "completed negotiations on" is no negotiation under way."""
    return any(other.first < act.first < other.last for other in others)


def _later(scene: Scene, instrument: Hit, acts: list[Hit]) -> Hit | None:
    """The first act behind the instrument that speaks of it.

    None where another act or instrument stands between, unless the instruments are told as one: "a protocol of the
    session and an agreement on quarantine were signed".
    """
    behind = [a for a in acts if a.first >= instrument.last and is_after(a)]
    if not behind:
        return None
    at = behind[0].first
    others = [h for h in scene.of("instrument") if instrument.last <= h.first < at]
    if others and any(instrument.last <= a.first < at or a.last <= instrument.first for a in acts if not is_after(a)):
        return None
    signs = [token.text for token in scene.sentence.tokens[instrument.last : at]]
    return None if others and any(sign in ".;؛:" for sign in signs) else behind[0]


def _colour(scene: Scene, act: Hit) -> Act | None:
    """The act as the words before it colour it: a plan makes it agreed, a wish or a denial removes it."""
    wishes = [h for h in scene.of("agreement_wish") if h.first < act.first and act.first - h.last <= _NEAR]
    plans = [
        h for h in scene.of("contact_planned", "agreement_plan") if h.first < act.first and act.first - h.last <= _NEAR
    ]
    if _negated(scene, act):
        return None
    if act.entry.attrs.get("noun"):
        if wishes:
            return None
        if plans:
            return Act(AgreementStatus.AGREED, None, act, "agreement.planned")
    return _act(act)


def _negated(scene: Scene, act: Hit) -> bool:
    negations = [h for h in scene.of("negation", "agreement_wish") if h.last == act.first]
    return any(h.entry.kind == "negation" or h.last - h.first == 1 for h in negations) and not _is_gerund(act)


def _is_gerund(act: Hit) -> bool:
    return bool(act.entry.attrs.get("noun"))


def _act(hit: Hit) -> Act:
    stage = hit.entry.attrs.get("stage")
    status = AgreementStatus(hit.entry.value)
    named = LegalStage(str(stage)) if stage else (LegalStage.SIGNED if status is AgreementStatus.SIGNED else None)
    return Act(status, named, hit, f"agreement.{status.value}")


def is_reference(scene: Scene, instrument: Hit, title: Title, act: Act) -> bool:
    """Whether the instrument is one of earlier days that the sentence only refers to."""
    for hit in scene.of("agreement_reference"):
        if 0 <= title.first - hit.last <= _REFERENCE and act.hit.first < hit.first:
            return True
        if 0 <= title.first - hit.last <= 1 and hit.first > act.hit.last:
            return True
        if 0 <= title.first - hit.last <= 1 and not any(hit.last <= a.first for a in (act.hit,)):
            return True
        behind = title.last + 1 >= hit.first >= instrument.last and not _amends(instrument)
        if behind and act.status not in _DECISIONS and not (is_after(act.hit) and act.hit.first <= hit.last):
            return True
    return False


def _amends(instrument: Hit) -> bool:
    """Whether the instrument speaks of another by its nature: a protocol to an agreement."""
    return instrument.entry.value == AgreementType.PROTOCOL


def is_background(scene: Scene, title: Title, act: Act, published: date | None) -> bool:
    """Whether the act lies well before the report, or is asked about: "had signed", or dates that are long past."""
    if scene.sentence.tokens[-1].text in "?؟":
        return True
    if any(0 <= act.hit.first - h.last <= 3 for h in scene.of("background", "background_open")):
        return True
    if any(0 <= act.hit.first - h.last <= 1 for h in scene.of("subordinate")):
        return True
    if published is None or act.status is not AgreementStatus.SIGNED:
        return False
    named = [t for t in scene.times if title.first <= t.first < title.last and t.last < title.last]  # in its name
    own = [t for t in scene.times if t not in named and not _apart(scene, t.first, act.hit)]
    windows = [resolve(time, published, future=False) for time in own]
    days = [w.end for w in windows if isinstance(w, Window) and w.end is not None]
    return bool(days) and all(day < published - _AGO for day in days)


def _apart(scene: Scene, time: int, act: Hit) -> bool:
    """Whether a comma parts a time told before the act from it: "after the attack in July, and signed …"."""
    return time < act.first and any(token.text in ",،;؛" for token in scene.sentence.tokens[time : act.first])
