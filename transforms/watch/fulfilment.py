"""Whether a report tells of the event that a promise announced, with reasons for and against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from transforms.resolve.bodies import names_body, same_body, session_in
from transforms.resolve.days import Span
from transforms.vocabulary import Office
from transforms.watch.promises import Telling, is_organisation

FULFILS = 0.60  # from here on the event is what was promised
LOOK = 0.45  # from here on a person should look
_RANK = {office.value: n for n, office in enumerate(Office)}
# Offices whose meeting counts as higher than any minister's.
_TOP = 4
_ECHO = timedelta(days=3)  # for so long an undated report may tell of the meeting at which it was promised
_DATED = 7  # days: a window up to this long is a dated event
_LATEST = 500  # days past a window after which an event is another one
_SIGNED = frozenset({"signed", "approved"})
_ASIDE = frozenset({"sidelines", "courtesy", "credentials", "farewell"})

Entry = tuple[float | None, str]


class Fulfils(StrEnum):
    """What a comparison of a promise with an event came to."""

    FULFILS = "fulfils"
    REVIEW = "review"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Event:
    """A report of something that took place, as far as promises are concerned."""

    id: str  # of the report
    kind: str  # meeting, agreement or prior_event
    day: date  # effective day of the report
    span: Span | None  # days of the event; null: undated
    parties: frozenset[str]
    form: str | None = None
    occasion: str | None = None
    tracks: frozenset[str] = frozenset()  # portfolios of those who led
    levels: frozenset[str] = frozenset()  # offices of those who led
    leaders: frozenset[tuple[str, str]] = frozenset()  # party and office of those who led; empty: sides not told
    guests: frozenset[str] = frozenset()  # parties that came
    city: str | None = None
    country: str | None = None
    framework: str | None = None
    session_no: int | None = None
    status: str | None = None  # of an agreement
    topics: frozenset[str] = frozenset()
    words: str = ""  # headline and sentence that tell of it, to find what they name

    def names(self, body: str) -> bool | None:
        """Whether it is told as an event of a body; null: no body is told."""
        alike = same_body(body, self.framework) if self.framework else None
        return True if alike is not True and names_body(self.words, body) else alike

    @property
    def session(self) -> int | None:
        """The number of the session, told as such or in its words."""
        return self.session_no or session_in(self.framework or "") or session_in(self.words)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """An event judged against one telling of a promise."""

    telling_id: str
    event: Event
    score: float
    decision: Fulfils
    level_change: str | None  # up, same, down; null: not known
    reasons: tuple[str, ...]


def judge(telling: Telling, event: Event) -> Fulfilment:
    """Judge an event against one telling of a promise, from their own values alone."""
    change = _level_change(telling, event)
    entries = list(_evidence(telling, event, change))
    reasons = tuple(reason for _, reason in entries)
    if any(weight is None for weight, _ in entries):
        return Fulfilment(telling.id, event, 0.0, Fulfils.NO, change, reasons)
    score = round(max(0.0, min(1.0, sum(weight or 0.0 for weight, _ in entries))), 3)
    decision = Fulfils.FULFILS if score >= FULFILS else Fulfils.REVIEW if score >= LOOK else Fulfils.NO
    if decision is Fulfils.FULFILS and (change == "down" or event.kind == "prior_event" or telling.kind == "other"):
        decision = Fulfils.REVIEW
    return Fulfilment(telling.id, event, score, decision, change, reasons)


def _evidence(telling: Telling, event: Event, change: str | None) -> Iterator[Entry]:
    """Weights with their reasons; a weight of none rules the event out."""
    yield _parties(telling, event)
    yield _time(telling, event)
    yield from _kind(telling, event)
    yield _track(telling, event, change)
    if change == "same":
        yield 0.1, "same level"
    elif change == "down":
        yield -0.05, "held at a lower level"
    if telling.session_no and (told := event.session):
        yield (0.25, "same session") if telling.session_no == told else (None, "another session")
    yield _place(telling, event)


def _parties(telling: Telling, event: Event) -> Entry:
    if telling.parties == event.parties:
        return 0.3, "same parties"
    if telling.parties <= event.parties:
        return 0.2, "among more parties"
    # An organisation's event is told with whoever the announcing meeting was held with.
    bodies = {party for party in telling.parties if is_organisation(party)}
    if bodies and bodies <= event.parties and len(telling.parties & event.parties) > len(bodies):
        return 0.2, "same organisation, other parties named"
    return None, "other parties"


def _time(telling: Telling, event: Event) -> Entry:
    span = event.span
    if span is None:
        if event.day <= telling.day + (_ECHO if telling.after else timedelta()):
            return None, "undated, and told before the promise, or with it"
        span = Span(event.day, event.day)
    on_the_day = telling.window is not None and span.first == telling.day and span.within(telling.window)
    # Outlets may be a day apart on the meeting at which it was promised.
    days = telling.window is not None and telling.window.days <= _DATED and span.within(telling.window)
    slack = timedelta(days=0 if days else 1)
    if (span.last <= telling.day and not on_the_day) or (telling.after and span.first <= telling.after.last + slack):
        return None, "before the promise"
    if telling.window is None:
        wait = (span.first - telling.day).days
        return (0.1, "promised without a date") if wait <= 400 else (0.0, f"{wait} days after the promise")
    gap = span.gap(telling.window)
    if gap == 0:
        return 0.2, "inside the window"
    if span.last < telling.window.first:
        return (0.1 if gap <= 45 else -0.1), f"{gap} days before the window"
    if gap > _LATEST:
        return None, f"{gap} days after the window"
    return (0.15 if gap <= 45 else 0.05 if gap <= 200 else 0.0), f"{gap} days after the window"


def _kind(telling: Telling, event: Event) -> Iterator[Entry]:
    if telling.kind == "agreement" or event.kind == "agreement":
        yield from _instrument(telling, event)
        return
    if event.form == "call":
        yield None, "a call is no meeting in person"
        return
    if event.form == "video":
        yield (None, "by video is no visit") if telling.kind == "visit" else (-0.05, "by video")
    if _by_ambassador(telling, event):
        yield -0.2, "an ambassador stood for one side"
    named = event.names(telling.body) if telling.body else None
    if named is not None:
        yield (0.25, "same body") if named else (-0.2, "another body")
    if telling.kind == "committee":
        held = named or event.occasion == "session" or event.framework is not None or event.kind == "prior_event"
        yield (0.2, "a session") if held else (-0.25, "no session of a body told")
    elif telling.kind == "visit":
        yield from _visit(telling, event)
    else:
        yield (-0.05, f"occasion {event.occasion}") if event.occasion in _ASIDE else (0.15, "a meeting")


def _instrument(telling: Telling, event: Event) -> Iterator[Entry]:
    if telling.kind != "agreement" or event.kind != "agreement":
        yield None, "an instrument is no meeting"
        return
    yield (0.25, f"instrument {event.status}") if event.status in _SIGNED else (0.0, f"only {event.status}")
    if telling.topics and event.topics:
        same = telling.topics & event.topics
        yield (0.1, "same field") if same else (-0.3, "another field")


def _visit(telling: Telling, event: Event) -> Iterator[Entry]:
    if event.occasion == "sidelines":
        yield -0.15, "on the margins of something else"
        return
    host = telling.host or next(iter(telling.parties - {telling.visitor}), None) if telling.visitor else telling.host
    if telling.visitor and telling.visitor in event.guests:
        yield 0.2, "the visitor came"
    elif telling.visitor and event.guests and telling.visitor not in event.guests:
        yield None, "the other side came"
        return
    elif host and event.country:
        yield (0.2, "at the host's") if event.country == host else (-0.25, "not at the host's")
    else:
        yield 0.1, "a meeting in person"


def _track(telling: Telling, event: Event, change: str | None) -> Entry:
    """The institutional track: as told, else that of the meeting at which it was promised, which weighs less."""
    track = telling.track
    if track is None or not event.tracks:
        top = change == "up" and track is not None
        return (0.05, "at a higher level") if top else (0.0, "ministries not told")
    told = telling.portfolio is not None
    if track in event.tracks:
        return (0.2, "same ministries") if told else (0.15, "the ministries that promised it")
    if change == "up" and any(_RANK[office] < _TOP for office in event.levels if office in _RANK):
        return 0.05, "at a higher level"
    if told and telling.kind != "committee":
        return None, "other ministries"
    return -0.35, "other ministries than promised it"


def _place(telling: Telling, event: Event) -> tuple[float, str]:
    if not telling.place or not (event.city or event.country):
        return 0.0, "place not compared"
    if telling.place in (event.city, event.country):
        return 0.1, "same place"
    known = event.country if len(telling.place) == 2 else event.city
    return (-0.1, "another place") if known else (0.0, "place not compared")


def _by_ambassador(telling: Telling, event: Event) -> bool:
    """Whether one side sent only its ambassador to what was to be a meeting of others."""
    sides = _tops(telling, event)
    return telling.level != Office.AMBASSADOR and len(sides) > 1 and _RANK[Office.AMBASSADOR] in sides.values()


def _level_change(telling: Telling, event: Event) -> str | None:
    """The office that met against the one promised: of a visit the visitor's, else that of the lower side."""
    if telling.told_level not in _RANK or not event.levels:
        return None
    promised = _RANK[telling.told_level]
    sides = _tops(telling, event)
    if telling.kind == "visit" and telling.visitor:
        held = sides.get(telling.visitor)
        if held is None:
            return None
    else:
        held = max(sides.values(), default=min(_RANK[level] for level in event.levels if level in _RANK))
    return "same" if held == promised else "up" if held < promised else "down"


def _tops(telling: Telling, event: Event) -> dict[str, int]:
    """The highest office by side, of the promise's parties, as a rank: 0 is the highest."""
    tops: dict[str, int] = {}
    for party, office in event.leaders:
        if party in telling.parties and office in _RANK:
            tops[party] = min(tops.get(party, len(_RANK)), _RANK[office])
    return tops
