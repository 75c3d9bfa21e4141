"""Tells each instrument once: a headline's "two memoranda" gives way to the memoranda themselves."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.frames.drafts_agreements import AgreementDraft
from transforms.vocabulary import AgreementStatus, AgreementType

_ORDER = tuple(AgreementStatus)
_PAIR = 2
_BACK = 2  # sentences between an instrument and a word that points back at it
_FEW = 6  # instruments that a sentence still names by their fields


def merged(drafts: Sequence[AgreementDraft]) -> list[AgreementDraft]:
    """The drafts without repetitions, in order of the text."""
    kept: list[AgreementDraft] = []
    for draft in drafts:
        twin = next((n for n, other in enumerate(kept) if _same(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _better(draft, kept[twin]):
            kept[twin] = draft
    kept = [draft for draft in kept if not any(_points_at(draft, other) for other in drafts)]
    told = [d for d in kept if not (d.collective and any(_covers(o, d) for o in kept))]
    return [single for d in told for single in _apart(d)]


def _apart(draft: AgreementDraft) -> list[AgreementDraft]:
    """A counted few as one each: "two memoranda on health and tourism" are two, each with its own field."""
    count = draft.count.value if draft.count else 0
    fields = len(draft.topics)
    if not draft.collective or not (count == _PAIR or (_PAIR < count <= _FEW and fields == count)):
        return [draft]
    shares = [draft.topics[n : n + 1] if fields == count else draft.topics for n in range(count)]
    return [replace(draft, topics=share, count=None, collective=False) for share in shares]


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


def _points_at(draft: AgreementDraft, other: AgreementDraft) -> bool:
    """Whether a bare word such as "the memorandum" only points at the instrument of other sides named right before."""
    bare = draft.title is not None and len(draft.title.value.split()) == 1
    near = 0 < draft.sentence - other.sentence <= _BACK
    longer = other.title is not None and len(other.title.value.split()) > 1
    return bare and near and longer and draft.type.value is other.type.value and _codes(draft) != _codes(other)


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
