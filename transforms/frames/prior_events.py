"""Prior events: earlier meetings and sessions that a document names as background."""

from datetime import timedelta

from transforms.frames.drafts_promises import PriorEventDraft
from transforms.frames.promise_cuts import outermost
from transforms.frames.promise_details import body_phrase, session_number
from transforms.frames.promise_parties import parties_of
from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.model import TimeExpr, Unresolved, Window
from transforms.time.resolve import resolve

_FRESH = timedelta(3)  # what was held within these days is the news itself
_NEAR = 8  # tokens between an event and the word that recalls it


def find_prior_events(analysis: Analysis) -> list[PriorEventDraft]:
    """The earlier sessions and meetings told as background, with their time where it is told."""
    found: list[PriorEventDraft] = []
    for scene in analysis.scenes:
        events = [h for h in outermost(scene.of("event")) if h.entry.value in ("meeting", "committee", "negotiation")]
        verbs = [hit for hit in scene.of("prior") if hit.entry.value == "verb"]
        taken = -1
        for event in events:
            if event.first < taken or not (
                _recalled(scene, event, verbs) or _held_before(analysis, scene, event, verbs)
            ):
                continue
            draft = _draft(analysis, scene, event)
            if draft is not None and not (found and _repeats(found[-1], draft)):
                found.append(draft)
                taken = event.last + _NEAR
    return found


def _repeats(last: PriorEventDraft, draft: PriorEventDraft) -> bool:
    """Whether two words of one sentence name one event: the same time, or none."""
    return last.sentence == draft.sentence and (last.window_start, last.window_end) == (
        draft.window_start,
        draft.window_end,
    )


def _recalled(scene: Scene, event: Hit, verbs: list[Hit]) -> bool:
    """Whether "previous" or "last" stands beside the event, and nothing says that it is still to come."""
    if any(abs(hit.first - event.last) <= _NEAR for hit in scene.of("promise")):
        return False
    beside = any(
        hit.entry.value == "background" and (0 <= event.first - hit.last <= 1 or 0 <= hit.first - event.last <= 1)
        for hit in scene.of("no_promise")
    )
    return beside and (bool(verbs) or bool(scene.times))


def _held_before(analysis: Analysis, scene: Scene, event: Hit, verbs: list[Hit]) -> bool:
    """Whether the event was held at a time well before publication."""
    if not any(abs(hit.first - event.last) <= _NEAR or abs(event.first - hit.last) <= _NEAR for hit in verbs):
        return False
    time = _time(analysis, scene, event)
    return time is not None and _is_old(analysis, time[1])


def _is_old(analysis: Analysis, window: Window) -> bool:
    return bool(analysis.published and window.end and window.end < analysis.published - _FRESH)


def _time(analysis: Analysis, scene: Scene, event: Hit) -> tuple[TimeExpr, Window] | None:
    """The time nearest behind the event."""
    for time in sorted(scene.times, key=lambda t: (t.first < event.last, abs(t.first - event.last))):
        window = resolve(time, analysis.published, future=False)
        if not isinstance(window, Unresolved) and window.start is not None:
            return time, window
    return None


def _draft(analysis: Analysis, scene: Scene, event: Hit) -> PriorEventDraft | None:
    parties = parties_of(analysis, scene)
    if len(parties) < 2:
        return None
    start, end = scene.sentence.start, scene.sentence.end
    draft = PriorEventDraft(
        scene.sentence.index, Cited(analysis.view.published(start, end), start, end, "prior_event.sentence"), parties
    )
    time = _time(analysis, scene, event)
    if time is not None and time[1].start and time[1].end:
        expr, window = time
        if analysis.published and not _is_old(analysis, window):
            return None
        rule = "derived." + expr.rule
        draft.window_start = Cited(time[1].start.isoformat(), expr.start, expr.end, rule)
        draft.window_end = Cited(time[1].end.isoformat(), expr.start, expr.end, rule)
    if event.entry.value == "committee":
        draft.body = body_phrase(analysis, scene, event)
    draft.session_no = session_number(
        analysis, scene, max(0, event.first - 4), min(len(scene.sentence.tokens), event.last + 6)
    )
    return draft
