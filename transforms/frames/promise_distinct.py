"""Keeps each event to come once: a repetition, talks of a visit, neighbouring days of one journey fall together."""

from collections.abc import Sequence
from datetime import date

from transforms.frames.drafts_promises import FollowUpDraft
from transforms.mentions.model import Cited
from transforms.vocabulary import FollowUpKind, Modality

_LEGS = 2  # sentences over which the legs of one visit are told
OFF = (Modality.POSTPONED, Modality.CANCELLED)


def distinct(drafts: Sequence[FollowUpDraft]) -> list[FollowUpDraft]:
    """Each event once: a repetition gives way to the telling with a window, talks to the visit they belong to."""
    kept: list[FollowUpDraft] = []
    for draft in drafts:
        same = next((other for other in kept if _same(other, draft)), None)
        leg = next((other for other in kept if _one_visit(other, draft)), None)
        if leg is not None:
            ends = [end for end in (leg.window_end, draft.window_end) if end]
            starts = [start for start in (leg.window_start, draft.window_start) if start]
            leg.window_start, leg.window_end = min(starts, key=_value), max(ends, key=_value)
        elif same is None:
            kept.append(draft)
        elif same.window_start is None and draft.window_start is not None:
            kept[kept.index(same)] = draft
    return [draft for draft in kept if not any(_belongs(draft, other) for other in kept)]


def codes_of(draft: FollowUpDraft) -> set[str]:
    """The parties of a promise, by code."""
    return {side.value for side in draft.parties}


def _window(draft: FollowUpDraft) -> tuple[str, str] | None:
    return (draft.window_start.value, draft.window_end.value) if draft.window_start and draft.window_end else None


def _same(a: FollowUpDraft, b: FollowUpDraft) -> bool:
    one, other = _window(a), _window(b)
    fits = one is None or other is None or _within(one, other) or _within(other, one)
    if (a.modality.value in OFF) != (b.modality.value in OFF):
        fits = one == other  # what is put off is not the other visit that is still planned
    apart = a.formed != b.formed or (None not in (one, other) and one != other and _of_a_body(a))
    bodies = a.sentence == b.sentence and apart and _of_a_body(b)
    return a.kind.value == b.kind.value and codes_of(a) == codes_of(b) and fits and not bodies


def _of_a_body(draft: FollowUpDraft) -> bool:
    """Whether a body itself is told, no session: behind another one of the sentence it is a second body."""
    return draft.kind.rule.endswith(".committee")


def _one_visit(a: FollowUpDraft, b: FollowUpDraft) -> bool:
    """Whether two dated legs told in one sentence are one visit of neighbouring days."""
    near = b.sentence - a.sentence <= _LEGS
    if not (near and a.kind.value is b.kind.value is FollowUpKind.VISIT and codes_of(a) == codes_of(b)):
        return False
    if not (a.window_end and b.window_start and a.window_start and b.window_end):
        return False
    gap = date.fromisoformat(b.window_start.value) - date.fromisoformat(a.window_end.value)
    return 0 <= gap.days <= 3 and _window(a) != _window(b)


def _within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _belongs(talks: FollowUpDraft, visit: FollowUpDraft) -> bool:
    """Whether talks are those of a visit told nearby: the same parties, and no time of their own."""
    if talks is visit or talks.kind.value is not FollowUpKind.MEETING or visit.kind.value is not FollowUpKind.VISIT:
        return False
    near = abs(talks.sentence - visit.sentence) <= 1
    return near and codes_of(talks) <= codes_of(visit) and (_window(talks) is None or _window(talks) == _window(visit))


def _value(cited: Cited[str]) -> str:
    return cited.value
