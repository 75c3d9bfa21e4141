"""The state of a promise on a day: a pure function of what was said, what happened and what people decided by then."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from transforms.resolve.days import Span
from transforms.watch.coverage import Coverage, Seen
from transforms.watch.fulfilment import Fulfilment, Fulfils
from transforms.watch.promises import Promise, Telling, promise_of


class Status(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    MET_EARLY = "met_early"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"


_UNDATED_YEAR = timedelta(days=365)  # without a word, an undated promise lapses
_OVERDUE_YEARS = timedelta(days=730)  # past its window, any promise lapses
_GRACE_DAY, _GRACE_LONG = timedelta(days=3), timedelta(days=14)  # before an alert: of a dated event, of a longer window
_ECHO = timedelta(days=3)  # an announcement may still be printed so long after its event
_DATED = 7  # days: a window up to this long is a dated event
_OFTEN = 8  # meetings a year from which one more says little about a promise that says little
_ENDS = frozenset({"postponed", "cancelled"})
_WEAK = frozenset({"possible", "invited"})  # nobody's commitment: past their window they lapse


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided about a promise, on a day."""

    id: str
    day: date
    action: str  # confirm, dismiss, snooze, link, unlink
    report_id: str | None = None  # the report that a link or unlink is about; null: the promise itself
    until: date | None = None  # of a snooze


@dataclass(frozen=True, slots=True)
class State:
    """The state of a promise as of a day, with what it rests on."""

    promise: Promise
    status: Status
    since: date  # first day of this state
    seen: Seen | None  # what could have been seen in the window; null: the window has not ended
    alert_from: date | None  # first day on which an alert is due; null: never in this state
    fulfilment: Fulfilment | None  # what fulfils it, else the nearest candidate; null: none
    explanation: str
    until: date | None  # first day on which the calendar alone may change any of this; null: none
    counted: Span | None  # days of which it matters how much was read, those to come among them; null: none


def state(
    tellings: Sequence[Telling],
    events: Sequence[Fulfilment],
    verdicts: Sequence[Verdict],
    as_of: date,
    coverage: Coverage,
    cadence_days: int | None = None,
    habit: int = 0,
) -> State | None:
    """The state on a day, from what was known by then; null when the promise was not known yet.

    Args:
        tellings: reports of the promise, in any order.
        events: candidates that were judged against any of these tellings.
        verdicts: decisions of people about this promise.
        as_of: the day.
        coverage: what was read, by source and day.
        cadence_days: usual days between sessions of its body; null: unknown, or no body.
        habit: how often its parties met in the year before it was first told.
    """
    known = [telling for telling in tellings if telling.day <= as_of]
    if not known:
        return None
    promise = promise_of(known)
    seen = [event for event in events if event.event.day <= as_of]
    judged = _Judged(
        promise,
        [in_doubt(event, habit) for event in seen] if habit >= _OFTEN and is_general(promise) else seen,
        sorted((v for v in verdicts if v.day <= as_of), key=lambda v: (v.day, v.id)),
        as_of,
        coverage,
        cadence_days,
    )
    return judged.by_person() or judged.by_event() or judged.by_word() or judged.by_time()


def counted_days(promises: Iterable[Sequence[Telling]], as_of: date) -> list[Span]:
    """The days of which it matters how much was read, for promises of which these are all reports: stretches that do
    not meet, in order. Only a promise whose window has passed is judged by them, until it lapses.
    """
    found: list[Span] = []
    for span in sorted(_counted(promises, as_of), key=lambda span: (span.first, span.last)):
        if found and span.first <= found[-1].last + timedelta(days=1):
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found


def _counted(promises: Iterable[Sequence[Telling]], as_of: date) -> Iterator[Span]:
    """Windows that may govern, with their grace: whatever was told lies within the days of all windows."""
    for tellings in promises:
        windows = [telling.window for telling in tellings if telling.window]
        if windows and min(window.last for window in windows) < as_of:
            last = max(window.last for window in windows)
            if as_of <= last + _OVERDUE_YEARS:
                yield Span(min(window.first for window in windows), min(last + _GRACE_LONG, as_of))


def is_general(promise: Promise) -> bool:
    """Whether it says so little of what is to come that any meeting of its parties would fit."""
    told = any(promise.value(name) for name in ("track", "told_level", "body", "session_no", "place"))
    return promise.first.kind == "meeting" and not told and (promise.window is None or promise.window.days > _DATED)


def in_doubt(event: Fulfilment, habit: int) -> Fulfilment:
    """The same candidate, left to a person because its parties meet that often anyway."""
    if event.decision is not Fulfils.FULFILS:
        return event
    reasons = (*event.reasons, f"the parties met {habit} times in the year before: no telling which one was meant")
    return replace(event, decision=Fulfils.REVIEW, reasons=reasons)


@dataclass(frozen=True, slots=True)
class _Judged:
    promise: Promise
    events: list[Fulfilment]
    verdicts: list[Verdict]
    as_of: date
    coverage: Coverage
    cadence_days: int | None

    def by_person(self) -> State | None:
        """A person's word of the promise itself stands above everything."""
        for verdict in reversed(self.verdicts):
            if verdict.action == "dismiss":
                return self._state(Status.DISMISSED, verdict.day, "A person dismissed it.")
            if verdict.action == "confirm":
                best = self._event(verdict.report_id) or self._fulfilling() or self._nearest()
                return self._state(Status.CONFIRMED, verdict.day, "A person confirmed that it was kept.", best)
        return None

    def by_event(self) -> State | None:
        """A report that fulfils it; early or late against the window that governed before the event."""
        found = self._fulfilling()
        if found is None:
            return None
        span = found.event.span or Span(found.event.day, found.event.day)
        told = [telling for telling in self.promise.tellings if telling.day <= span.last]
        window = promise_of(told).window if told else self.promise.window
        day = max(found.event.day, self.promise.first.day)
        if window is None or span.overlaps(window):
            return self._state(Status.MET, day, f"Held {_days(span)}: {'; '.join(found.reasons)}.", found)
        gap = span.gap(window)
        if span.last < window.first:
            return self._state(Status.MET_EARLY, day, f"Held {_days(span)}, {gap} days before its window.", found)
        return self._state(Status.MET_LATE, day, f"Held {_days(span)}, {gap} days after its window.", found)

    def by_word(self) -> State | None:
        """The last word is a cancellation, or a postponement whose new window has not begun."""
        last = self.promise.last
        window = self.promise.window
        if last.modality == "cancelled":
            return self._state(Status.CANCELLED, last.day, "Reported as cancelled.")
        if last.modality != "postponed":
            return None
        if window is None:
            return self._lapsed_in_silence() or self._state(
                Status.POSTPONED, last.day, "Postponed, no new date was given.", until=self._silence()[1]
            )
        if self.as_of < window.first:
            return self._state(Status.POSTPONED, last.day, f"Postponed to {_days(window)}.", until=window.first)
        return None

    def by_time(self) -> State:
        """Nothing happened and nobody spoke: the calendar decides."""
        window = self.promise.window
        if window is None:
            return self._lapsed_in_silence() or self._state(
                Status.OPEN, self.promise.first.day, "Promised without a date.", until=self._silence()[1]
            )
        if self.as_of < window.first:
            told = f"Its window is {_days(window)}."
            return self._state(Status.OPEN, self.promise.first.day, told, until=window.first)
        past = window.last + timedelta(days=1)
        if self.as_of <= window.last:
            since = max(window.first, self.promise.first.day)
            return self._state(Status.DUE, since, f"Inside its window, {_days(window)}.", until=past)
        if self.promise.last.modality in _WEAK:
            return self._state(Status.LAPSED, past, f"Only {self.promise.last.modality}; its window passed.")
        if self.as_of >= past + _OVERDUE_YEARS:
            return self._state(Status.LAPSED, past + _OVERDUE_YEARS, "Two years past its window.")
        return self._overdue(window, past)

    def _overdue(self, window: Span, past: date) -> State:
        grace = _GRACE_DAY if window.days <= _DATED else _GRACE_LONG
        counted = Span(window.first, window.last + grace)
        seen = self.coverage.seen(
            Span(counted.first, min(counted.last, self.as_of)),
            self.promise.first.parties,
            frozenset(telling.source for telling in self.promise.tellings),
        )
        snoozed = max((v.until for v in self.verdicts if v.action == "snooze" and v.until), default=None)
        alert = None if not seen.articles else max(filter(None, (window.last + grace + timedelta(days=1), snoozed)))
        said = f"Window passed, no report found in {seen.articles} articles from {seen.sources} sources."
        since = max(past, self.promise.first.day)
        return self._state(
            Status.OVERDUE, since, said, self._nearest(), seen, alert, until=past + _OVERDUE_YEARS, counted=counted
        )

    def _lapsed_in_silence(self) -> State | None:
        """An undated promise lapses after a year without a word, or after the usual interval of its body."""
        patience, over = self._silence()
        if self.as_of < over:
            return None
        return self._state(Status.LAPSED, over, f"Undated, and {patience} days without a word.", self._nearest())

    def _silence(self) -> tuple[int, date]:
        """For how many days an undated promise stands without a word, and the first day on which it no longer does."""
        patience = self.cadence_days or _UNDATED_YEAR.days
        return patience, self.promise.tellings[-1].day + timedelta(days=patience + 1)

    def _fulfilling(self) -> Fulfilment | None:
        """The earliest event that fulfils it, one that a person linked before others; an unlinked one never does."""
        links = {v.report_id: v.action for v in self.verdicts if v.action in ("link", "unlink") and v.report_id}
        fitting = [
            event
            for event in self.events
            if links.get(event.event.id) == "link"
            or (
                event.decision is Fulfils.FULFILS
                and links.get(event.event.id) != "unlink"
                and not self._still_to_come_after(event)
            )
        ]
        chosen = [event for event in fitting if links.get(event.event.id) == "link"]
        return min(chosen or fitting, key=_earliest, default=None)

    def _still_to_come_after(self, event: Fulfilment) -> bool:
        """Whether a later statement still speaks of it as to come, so that this event was another one.

        An announcement may echo for some days; a word on its end, or one given at the event itself, does not.
        """
        held = event.event.span.last if event.event.span else event.event.day
        return any(
            (statement.window is None or statement.window.first > held or statement.modality in _ENDS)
            and (
                statement.day > held + _ECHO
                or (statement.modality in _ENDS and statement.day >= held)
                or any(telling.meeting_report_id == event.event.id for telling in statement.tellings)
            )
            for statement in self.promise.statements
        )

    def _nearest(self) -> Fulfilment | None:
        """The likeliest candidate among those that did not suffice."""
        likely = [event for event in self.events if event.score > 0]
        return max(likely, key=lambda e: (e.score, e.event.id, e.telling_id), default=None)

    def _event(self, report_id: str | None) -> Fulfilment | None:
        named = [event for event in self.events if event.event.id == report_id]
        return max(named, key=lambda e: (e.score, e.telling_id), default=None)

    def _state(
        self,
        status: Status,
        since: date,
        explanation: str,
        fulfilment: Fulfilment | None = None,
        seen: Seen | None = None,
        alert_from: date | None = None,
        until: date | None = None,
        counted: Span | None = None,
    ) -> State:
        return State(self.promise, status, since, seen, alert_from, fulfilment, explanation, until, counted)


def _earliest(event: Fulfilment) -> tuple[date, float, str, str]:
    span = event.event.span
    return (span.first if span else event.event.day, -event.score, event.event.id, event.telling_id)


def _days(span: Span) -> str:
    return span.first.isoformat() if span.first == span.last else f"{span.first.isoformat()} to {span.last.isoformat()}"
