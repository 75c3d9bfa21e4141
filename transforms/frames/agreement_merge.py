"""Tells each instrument once: a headline's "two memoranda" gives way to the memoranda themselves."""

from collections.abc import Sequence

from transforms.frames.drafts_agreements import AgreementDraft
from transforms.vocabulary import AgreementStatus, AgreementType

_ORDER = tuple(AgreementStatus)


def merged(drafts: Sequence[AgreementDraft]) -> list[AgreementDraft]:
    """The drafts without repetitions, in order of the text."""
    kept: list[AgreementDraft] = []
    for draft in drafts:
        twin = next((n for n, other in enumerate(kept) if _same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _better(draft, kept[twin]):
            kept[twin] = draft
    return [d for d in kept if not (d.collective and any(_covers(o, d) for o in kept))]


def _codes(draft: AgreementDraft) -> set[str]:
    return {party.value for party in draft.parties}


def _topics(draft: AgreementDraft) -> set[str]:
    return {topic.value for topic in draft.topics}


def _same(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether two sentences tell of one instrument: same kind and parties, and no difference in what it is about."""
    if a.sentence == b.sentence or a.type.value is not b.type.value or a.collective != b.collective:
        return False
    if not (_codes(a) <= _codes(b) or _codes(b) <= _codes(a)):
        return False
    topics_a, topics_b = _topics(a), _topics(b)
    return not topics_a or not topics_b or bool(topics_a & topics_b)


def _better(a: AgreementDraft, b: AgreementDraft) -> bool:
    """Whether `a` says more: topics before none, then the firmer status, then the longer title."""
    return _worth(a) > _worth(b)


def _worth(draft: AgreementDraft) -> tuple[bool, int, int]:
    length = len(draft.title.value) if draft.title else 0
    return bool(draft.topics), -_ORDER.index(draft.status.value), length


def _covers(single: AgreementDraft, collective: AgreementDraft) -> bool:
    """Whether a single instrument is one of those that a collective phrase counts."""
    if single is collective or single.collective or single.status.value is not collective.status.value:
        return False
    kinds = (collective.type.value, AgreementType.UNSPECIFIED)
    return (single.type.value in kinds or collective.type.value is AgreementType.UNSPECIFIED) and bool(
        _codes(single) & _codes(collective)
    )
