"""The window of a promise: the time in its clauses that says when it will be."""

from collections.abc import Sequence
from datetime import date

from transforms.frames.promise_clauses import Promise
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.model import TimeExpr, Unresolved
from transforms.time.resolve import resolve, tense
from transforms.vocabulary import Modality

_OLD = 4  # tokens between "was to be held" and the day that was meant
_FAR = 25  # tokens between an event and its time
Ends = tuple[Cited[str], Cited[str]]


def window_of(
    analysis: Analysis, scene: Scene, promise: Promise, leg: tuple[int, int] | None = None
) -> tuple[Ends | None, bool]:
    """First and last day with the words they rest on (null: none told), and whether the time told is past.

    `leg` holds the characters that tell of one stop of a tour: a time among them is its own.
    """
    own = [t for t in scene.times if leg and leg[0] <= t.start and t.end <= leg[1] and tense(t) >= 0]
    times = own or [
        t
        for t in scene.times
        if promise.first <= t.first < promise.last and tense(t) >= 0 and not _of_speech(scene, promise, t)
    ]
    past_times = [t for t in scene.times if promise.first <= t.first < promise.last and tense(t) < 0]
    if promise.modality is Modality.POSTPONED:
        old = [cue for cue in promise.cues if cue.entry.attrs.get("past")]
        times = [
            t
            for t in times
            if t.first >= promise.governing.last and not any(0 <= t.first - cue.last <= _OLD for cue in old)
        ]
    if not times:
        return None, bool(past_times) and promise.modality in (
            Modality.SCHEDULED,
            Modality.EXPECTED,
        ) and promise.head is not None
    at = promise.head.last if promise.head else promise.governing.last
    for time in _by_nearness(times, promise):
        if min(abs(time.first - at), abs(time.first - promise.governing.last)) > _FAR:
            break
        found = resolve(time, analysis.published, future=True)
        if isinstance(found, Unresolved) or found.start is None or found.end is None:
            continue
        if analysis.published and found.end < analysis.published and promise.modality is not Modality.CANCELLED:
            return None, True
        moved = promise.modality is Modality.POSTPONED and dict(time.shape)["kind"] == "months"
        start = found.end.replace(day=1) if moved else found.start  # "from April to June": the new month
        return _cited(time, start, found.end), False
    return None, False


def _of_speech(scene: Scene, promise: Promise, time: TimeExpr) -> bool:
    """Whether a time before the promise is when it was told: "said on Saturday that …"."""
    if promise.head is not None and time.first > min(promise.head.first, promise.governing.first):
        return False
    return any(0 <= time.first - hit.last <= 6 for hit in scene.of("says") if hit.entry.value == "verb")


def _by_nearness(times: Sequence[TimeExpr], promise: Promise) -> list[TimeExpr]:
    """Times after the event first, the nearest before the others."""
    at = promise.head.last if promise.head else promise.governing.last
    if promise.after:
        at = promise.first
    return sorted(times, key=lambda t: (t.first < at, abs(t.first - at)))


def _cited(time: TimeExpr, start: date, end: date) -> Ends:
    rule = "derived." + time.rule
    return (
        Cited(start.isoformat(), time.start, time.end, rule),
        Cited(end.isoformat(), time.start, time.end, rule),
    )
