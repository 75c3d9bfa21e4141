"""The window of a promise: the time in its clauses that says when it will be."""

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_cuts import counted_elsewhere
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.model import TimeExpr, Unresolved
from transforms.time.resolve import resolve, tense
from transforms.vocabulary import Modality

_OLD = 4  # tokens between "was to be held" and the day that was meant
_FAR = 25  # tokens between an event and its time
_APPOSED = 3  # tokens between a stretch of time and the days that make it exact
_LONG_AGO = 400  # days behind which what is told beside a date is history
Ends = tuple[Cited[str], Cited[str]]


def window_of(
    analysis: Analysis, scene: Scene, promise: Promise, leg: tuple[int, int] | None = None
) -> tuple[Ends | None, bool]:
    """First and last day with the words they rest on (null: none told), and whether the time told is past.

    `leg` holds the characters that tell of one stop of a tour: a time among them is its own.
    """
    told = [t for t in scene.times if not _is_length(t)]
    own = [t for t in told if leg and leg[0] <= t.start and t.end <= leg[1] and tense(t) >= 0]
    times = own or [
        t
        for t in told
        if promise.first <= t.first < promise.last
        and _coming(t)
        and not _of_speech(scene, promise, t)
        and not _of_the_past(analysis, scene, promise, t)
        and not counted_elsewhere(analysis.lang, scene, t)
    ]
    past_times = [t for t in told if promise.first <= t.first < promise.last and tense(t) < 0]
    moved = promise.modality is Modality.POSTPONED or bool(promise.governing.entry.attrs.get("moved"))
    if moved:
        later = promise.governing.last
        old = [cue for cue in promise.cues if cue.entry.attrs.get("past") and cue.first >= later]
        times = [
            t
            for t in times
            if t.first >= promise.governing.last and not any(0 <= t.first - cue.last <= _OLD for cue in old)
        ]
        times = times or _new_times(scene, promise, analysis.lang)
    else:
        times = _without_former(scene, times)
    if not times:
        return None, bool(past_times) and promise.modality in (
            Modality.SCHEDULED,
            Modality.EXPECTED,
        ) and promise.head is not None
    at = promise.head.last if promise.head else promise.governing.last
    past = False
    for time in _by_nearness(times, promise):
        if min(abs(time.first - at), abs(time.first - promise.governing.last)) > _FAR:
            break
        found = resolve(time, analysis.published, future=True)
        if isinstance(found, Unresolved) or found.start is None or found.end is None:
            continue
        if tense(time) < 0 and not (analysis.published and found.start > analysis.published):
            continue
        if analysis.published and found.end < analysis.published and promise.modality is not Modality.CANCELLED:
            past = True
            continue
        start = _new_start(time, found.start, found.end) if moved else found.start
        if _dated_before(analysis, told, time):
            past = True
            continue
        narrow = None if start != found.start else _narrower(analysis, told, time, (start, found.end))
        if narrow is not None:
            return narrow, False
        stay = _stay(scene, promise, time) if found.start == found.end else 0
        return _cited(time, start, found.end + timedelta(stay)), False
    return None, past


def _without_former(scene: Scene, times: list[TimeExpr]) -> list[TimeExpr]:
    """The times without the one that held before: "originally planned for May, will now take place in September"."""
    former = [cue for cue in scene.of("promise") if cue.entry.attrs.get("past")]
    kept = [t for t in times if not any(0 <= t.first - cue.last <= 1 for cue in former)]
    return kept or times


def _new_times(scene: Scene, promise: Promise, lang: str) -> list[TimeExpr]:
    """The time that an event is put off to, told behind another clause: "…, which was to be held in May, to June"."""
    tokens, to = scene.sentence.tokens, load(lang).words["put_off_to"]
    behind = [t for t in scene.times if t.first >= max(promise.last, 2) and tense(t) >= 0]
    return [t for t in behind if tokens[t.first - 1].low in to and tokens[t.first - 2].text in ",،"]


def _new_start(time: TimeExpr, start: date, end: date) -> date:
    """The first day of the new time where a move is told by both: "from April to June", "from 10 May to 2 May"."""
    kind = dict(time.shape)["kind"]
    if kind == "months":
        return end.replace(day=1)
    return end if kind == "days" and dict(time.shape).get("month") != dict(time.shape).get("month2") else start


def _is_length(time: TimeExpr) -> bool:
    return dict(time.shape)["kind"] == "length"


def _coming(time: TimeExpr) -> bool:
    """Whether the words can speak of what is to come: "from 5 June on" begins there."""
    return tense(time) >= 0 or dict(time.shape).get("bound") == "since"


def _of_the_past(analysis: Analysis, scene: Scene, promise: Promise, time: TimeExpr) -> bool:
    """Whether a month belongs to what has happened: "since January", «الاتفاق الذي تم التوصل إليه في فبراير»."""
    words, tokens = load(analysis.lang).words, scene.sentence.tokens
    if tokens[time.first].low in words["since"] or (time.first and tokens[time.first - 1].low in words["since"]):
        return True
    at = promise.head.last if promise.head else promise.governing.last
    clauses = [hit for hit in scene.of("relative") if at <= hit.first < time.first]
    planned = any(cue.first < time.first for hit in clauses for cue in scene.of("promise") if hit.last <= cue.first)
    return not planned and tense(time) == 0 and any(tokens[hit.last].low in words["happened"] for hit in clauses)


def is_history(analysis: Analysis, scene: Scene, promise: Promise) -> bool:
    """Whether the clauses before a promise tell of a day long gone, and its own of none to come."""
    if analysis.published is None:
        return False
    own = [t for t in scene.times if promise.governing.first <= t.first < promise.last]
    if any(_ends(t, analysis.published, future=True) >= analysis.published for t in own):
        return False
    for time in (t for t in scene.times if t.first < promise.governing.first and "year" in dict(t.shape)):
        end = _ends(time, analysis.published, future=False)
        if end > date.min and (analysis.published - end).days > _LONG_AGO:
            return True
    return False


def _ends(time: TimeExpr, published: date, future: bool) -> date:
    """The last day of a time; the first day of all where it is not understood."""
    found = resolve(time, published, future=future)
    return date.min if isinstance(found, Unresolved) or found.end is None else found.end


def _narrower(analysis: Analysis, times: Sequence[TimeExpr], time: TimeExpr, span: tuple[date, date]) -> Ends | None:
    """The days told in apposition to a wider stretch: "at the end of the month, from 28 to 29 March"."""
    for other in times:
        if not 0 <= other.first - time.last <= _APPOSED or dict(other.shape)["kind"] not in ("date", "days"):
            continue
        found = resolve(other, analysis.published, future=True)
        if isinstance(found, Unresolved) or found.start is None or found.end is None:
            continue
        if span[0] <= found.start and found.end <= span[1] and (found.start, found.end) != span:
            return _cited(other, found.start, found.end)
    return None


def _dated_before(analysis: Analysis, times: Sequence[TimeExpr], time: TimeExpr) -> bool:
    """Whether the date in apposition says that a weekday is gone by: «(الخميس) 14/10/1436هـ الموافق 30/7/2015م»."""
    if dict(time.shape)["kind"] != "weekday" or analysis.published is None:
        return False
    for other in times:
        if (
            0 <= other.first - time.last <= _APPOSED
            and dict(other.shape)["kind"] == "date"
            and "year" in dict(other.shape)
        ):
            found = resolve(other, analysis.published, future=True)
            if not isinstance(found, Unresolved) and found.end is not None:
                return found.end < analysis.published
    return False


def _stay(scene: Scene, promise: Promise, time: TimeExpr) -> int:
    """The further days of a visit or meeting that is said to last some days: "tomorrow, on a two-day visit"."""
    lengths = [t for t in scene.times if _is_length(t) and promise.first <= t.first < promise.last]
    near = next((t for t in lengths if abs(t.first - time.last) <= _FAR), None)
    return int(dict(near.shape)["days"]) - 1 if near is not None else 0


def _of_speech(scene: Scene, promise: Promise, time: TimeExpr) -> bool:
    """Whether a time before the promise is when it was told: "said on Saturday that …"."""
    shape = dict(time.shape)
    if promise.modality is Modality.INVITED and shape["kind"] == "relday" and int(shape.get("offset", 0)) <= 0:
        return True  # the day on which it was handed over
    if promise.head is not None and time.first > min(promise.head.first, promise.governing.first):
        return False
    if any(0 <= time.first - hit.last <= 5 for hit in scene.of("decider")):
        return True  # "the cabinet, in its session today, authorised …"
    verbs = [hit for hit in scene.of("says") if hit.entry.value == "verb"]
    if any(0 <= hit.first - time.last <= 1 for hit in verbs):
        return True  # «وفي وقت سابق اليوم نقلت الوكالة»
    return any(0 <= time.first - hit.last <= 6 for hit in verbs)


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
