"""Lends a signing the days of the visit or session at which it is to be: "will be signed when the minister visits"."""

from collections.abc import Sequence

from transforms.frames.drafts_promises import FollowUpDraft
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis
from transforms.vocabulary import FollowUpKind

_HOSTS = (FollowUpKind.VISIT, FollowUpKind.MEETING, FollowUpKind.COMMITTEE)


def lend_visits(analysis: Analysis, drafts: Sequence[FollowUpDraft]) -> None:
    """Give talks without a time that of the visit told before them: "he will go on to X, where he will meet Y"."""
    words = load(analysis.lang).words["where"]
    for draft in drafts if load(analysis.lang).morphology.cased else ():
        if draft.kind.value is not FollowUpKind.MEETING or draft.window_start is not None:
            continue
        tokens = analysis.scenes[draft.sentence].sentence.tokens
        led = [t.start for t in tokens if t.low in words and t.start <= draft.kind.start]
        for other in drafts:
            before = other.sentence == draft.sentence and led and other.kind.start < led[-1]
            if before and other.kind.value is FollowUpKind.VISIT and other.window_start is not None:
                draft.window_start, draft.window_end = other.window_start, other.window_end


def lend_windows(analysis: Analysis, drafts: Sequence[FollowUpDraft]) -> None:
    """Give signings without a time that of the event told behind them in the same sentence, where a word joins both."""
    words = load(analysis.lang).words["occasion_words"]
    for draft in drafts:
        if draft.kind.value is not FollowUpKind.AGREEMENT or draft.window_start is not None:
            continue
        tokens = analysis.scenes[draft.sentence].sentence.tokens
        for other in drafts:
            behind = other.sentence == draft.sentence and other.kind.start > draft.kind.start
            if not behind or other.kind.value not in _HOSTS or other.window_start is None:
                continue
            between = [t for t in tokens if draft.kind.end <= t.start < other.kind.start]
            if any(t.low in words for t in between) and {s.value for s in other.parties} <= {
                s.value for s in draft.parties
            }:
                draft.window_start, draft.window_end = other.window_start, other.window_end
                break
