"""Whether two reports tell of one instrument, from their own values alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from transforms.ids import normal
from transforms.resolve.days import Span
from transforms.resolve.groups import Decision, Judgement
from transforms.resolve.likeness import likeness

JOIN = 0.65  # from here on two reports are one instrument
LOOK = 0.50  # from here on a person should look
_ALIKE = 80  # of 100, between two titles
_SIGNED = frozenset({"signed"})


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What a report of an instrument says that tells instruments apart."""

    id: str
    day: date  # effective day of the article
    article_id: str
    type: str
    status: str
    span: Span | None  # day of signature or decision; null: not told
    parties: frozenset[str]
    topics: frozenset[str] = frozenset()
    title: str | None = None
    number: int | None = None

    @property
    def vague(self) -> bool:
        """Whether it says too little to tell two instruments of the same parties apart."""
        return self.title is None and not self.topics


def same_agreement(a: AgreementView, b: AgreementView) -> Judgement:
    """Judge two reports; symmetric."""
    entries = list(_evidence(*sorted((a, b), key=lambda view: (view.day, view.id))))
    reasons = tuple(reason for _, reason in entries)
    if any(weight is None for weight, _ in entries):
        return Judgement(0.0, Decision.DIFFERENT, True, reasons)
    score = round(max(0.0, min(1.0, sum(weight or 0.0 for weight, _ in entries))), 3)
    decision = Decision.SAME if score >= JOIN else Decision.REVIEW if score >= LOOK else Decision.DIFFERENT
    return Judgement(score, decision, False, reasons)


def _evidence(a: AgreementView, b: AgreementView) -> Iterator[tuple[float | None, str]]:
    """Weights with their reasons; a weight of none is a contradiction."""
    if a.article_id == b.article_id:
        yield None, "one article tells both"
        return
    if a.parties != b.parties:
        yield None, "other parties"
        return
    yield 0.3, "same parties"
    if a.type == b.type:
        yield 0.15, "same type"
    elif "unspecified" not in (a.type, b.type):
        yield None, "other type"
        return
    if a.number and b.number and a.number != b.number:
        yield None, "other number of instruments"
    yield _dates(a, b)
    if a.topics and b.topics:
        share = len(a.topics & b.topics) / len(a.topics | b.topics)
        yield (round(0.2 * share, 3), f"topics {share:.0%} alike") if share else (-0.2, "other topics")
    if a.title and b.title:
        alike = likeness(normal(a.title), normal(b.title))
        yield (0.15 if alike >= _ALIKE else 0.0), f"titles {alike:.0f}% alike"


def _dates(a: AgreementView, b: AgreementView) -> tuple[float | None, str]:
    """A signature has one day; other steps come before or after it."""
    both_signed = a.status in _SIGNED and b.status in _SIGNED
    if a.span and b.span:
        gap = a.span.gap(b.span)
        if gap <= 1:
            return 0.25, "same day"
        return (None, f"signed {gap} days apart") if both_signed else (0.0, f"steps {gap} days apart")
    told = (b.day - a.day).days
    if told <= 3:
        return 0.15, f"told {told} days apart"
    if both_signed and told > 30:
        return None, f"signatures told {told} days apart"
    return (0.0 if told <= 400 else -0.15), f"told {told} days apart"
