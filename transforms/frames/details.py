"""Day and topics of a meeting, each from the sentences that tell of it."""

from collections.abc import Iterable
from datetime import date

from transforms.frames.event import Event
from transforms.frames.topics import topics_of
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.model import Basis, Precision, TimeExpr, Window
from transforms.time.resolve import resolve
from transforms.vocabulary import Topic

_NEAR_PLAN, _FAR = 7, 1000  # tokens behind "preparations for" and behind a verb of planning in which a time is theirs
DateSpan = tuple[Cited[str] | None, Cited[str] | None]
_PLAIN = (Precision.DAY, Precision.DAYS, Precision.MONTH)


class DetailReader:
    """Reads the details of the events of one article."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._analysis = analysis
        self._lexicon = lexicon
        self._words = lexicon.words
        self._cased = lexicon.morphology.cased

    # -- when

    def day(self, event: Event) -> DateSpan:
        """First and last day of an event: of its clause, of a sentence that refers to it, of the dateline."""
        found: list[tuple[Cited[str], Cited[str] | None]] = []
        for clause in event.clauses:
            for time in self._near(clause.scene, clause.cue):
                if event.is_of_other(clause.scene.sentence.index, time.first):
                    continue
                day = self._resolve(time, clause.scene)
                if day is not None:
                    found.append(day)
                    break
        exact = [f for f in found if len(f[0].value) == 10]
        opened = any(c.scene.of("opened") for c in event.clauses)
        if opened and len({f[0].value for f in exact}) > 1:
            first, last = min(exact, key=lambda f: f[0].value), max(exact, key=lambda f: f[0].value)
            return first[0], last[0]
        if exact or found:
            return (exact or found)[0]
        if event.announced is not None and len(days := self._plain_days(event.announced)) == 1:
            return days[0]
        dateline = self._analysis.dateline_time
        if dateline is not None and (not event.separate or event.clause.scene.sentence.index == 0):
            window = resolve(dateline, self._analysis.published, False)
            if isinstance(window, Window) and window.precision is Precision.DAY and window.start:
                return Cited(window.start.isoformat(), dateline.start, dateline.end, dateline.rule), None
        return self._day_before(event) or self._lead_day(event) or (None, None)

    def _day_before(self, event: Event) -> DateSpan | None:
        """The one day of the sentence before: "Carter arrived on Thursday. The minister then met …"."""
        index = event.clause.scene.sentence.index
        if index == 0 or event.separate:
            return None
        days = self._plain_days(self._analysis.scenes[index - 1])
        return days[0] if len({d[0].value for d in days}) == 1 else None

    def _lead_day(self, event: Event) -> DateSpan | None:
        """The one day of the report's first sentence, which tells of somebody who met: "held talks there today"."""
        scene = self._analysis.scenes[0]
        of_states = set(event.sides) <= {p.code for p in scene.parties} and not event.separate
        if scene.of("next_day") or not (of_states or set(event.members) & {p.key for p in scene.people}):
            return None
        days = self._plain_days(scene)
        return days[0] if len(days) == len(scene.times) == 1 and days[0][1] is None else None

    def _plain_days(self, scene: Scene) -> list[tuple[Cited[str], Cited[str] | None]]:
        """The exact days in a sentence that tells of nothing planned, recalled or denied."""
        if scene.of("background", "background_open"):
            return []
        stop = min((h.first for h in scene.of("contact_planned", "negation")), default=len(scene.sentence.tokens))
        days = (self._resolve(time, scene) for time in scene.times if time.last <= stop)
        return [day for day in days if day is not None and len(day[0].value) == 10]

    def _near(self, scene: Scene, cue: Hit) -> list[TimeExpr]:
        """Time expressions of a sentence, the nearest to the cue first; those of background are left out."""
        background = [h for h in scene.of("background") if h.first > cue.last]
        times = [t for t in scene.times if not any(h.first <= t.first for h in background)]
        planned = [h for h in scene.of("contact_planned") if h.first > cue.last]
        nouns = self._words["planned_nouns"]
        near = {h.first: _NEAR_PLAN if scene.sentence.tokens[h.first].low in nouns else _FAR for h in planned}
        times = [t for t in times if not any(0 <= t.first - h.first <= near[h.first] for h in planned)]
        times = [
            t
            for t in times
            if (abs(t.first - cue.last) <= 30 or t.first <= 3 or _full(t)) and not self._in_relative(scene, cue, t)
        ]
        return sorted(
            times,
            key=lambda t: (self._other_verbs(scene, cue, t), min(abs(t.first - cue.last), abs(cue.first - t.last))),
        )

    def _other_verbs(self, scene: Scene, cue: Hit, time: TimeExpr) -> bool:
        """Whether "and" parts a time from the cue after it: "performed Umrah on Saturday and met on Sunday"."""
        between = scene.sentence.tokens[time.last : cue.first]
        return self._cased and bool(between) and between[0].low == "and"

    def _in_relative(self, scene: Scene, cue: Hit, time: TimeExpr) -> bool:
        """Whether the time belongs to a relative clause about something else: "the truce that begins on Sunday"."""
        for hit in scene.of("relative"):
            if cue.last < hit.first and hit.last <= time.first:
                held = [h for h in scene.of("contact", "held") if hit.last <= h.first <= time.first]
                held = [h for h in held if not h.entry.attrs.get("visit")]  # "who arrived on Tuesday"
                closed = any(t.text in ",،" for t in scene.sentence.tokens[hit.last : time.first])
                if not held and not closed:
                    return True
        return False

    def _resolve(self, time: TimeExpr, scene: Scene) -> tuple[Cited[str], Cited[str] | None] | None:
        if self._since(time, scene):
            return None
        window = resolve(time, self._analysis.published, False)
        if not isinstance(window, Window) or window.start is None or window.end is None:
            return None
        if window.precision not in _PLAIN or not self._plausible(window.start, window):
            return None
        if window.precision is Precision.MONTH:
            return Cited(window.start.isoformat()[:7], time.start, time.end, time.rule), None
        end = None
        if window.end > window.start:
            end = Cited(window.end.isoformat(), time.start, time.end, time.rule)
        return Cited(window.start.isoformat(), time.start, time.end, time.rule), end

    def _since(self, time: TimeExpr, scene: Scene) -> bool:
        """Whether the expression dates something else: "since 2014", "until Friday"."""
        if time.first == 0:
            return False
        return scene.sentence.tokens[time.first - 1].low in self._words.get("not_event_time", frozenset())

    def _plausible(self, day: date, window: Window) -> bool:
        """A reported event lies at most two months before publication; written out, a day after it for other zones."""
        published = self._analysis.published
        if published is None:
            return True
        behind = (published - day).days
        if window.basis is Basis.EXPLICIT:
            return -1 <= behind <= 400
        return 0 <= behind <= 62

    # -- what about

    def topics(self, event: Event, scenes: Iterable[Scene]) -> list[Cited[Topic]]:
        """What was discussed."""
        published = self._analysis.published
        return topics_of(event, scenes, self._lexicon, published.year if published else None)


def _full(time: TimeExpr) -> bool:
    """Whether an expression says day and month: then it may stand far from the verb."""
    read = dict(time.shape)
    return "day" in read and "month" in read
