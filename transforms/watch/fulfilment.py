"""Whether a report tells of the event that a promise announced, with reasons for and against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from transforms.resolve.days import Span
from transforms.resolve.same_promise import same_body
from transforms.vocabulary import Office
from transforms.watch.promises import Telling

FULFILS = 0.60  # from here on the event is what was promised
LOOK = 0.45  # from here on a person should look
_RANK = {office.value: n for n, office in enumerate(Office)}
# Offices whose meeting counts as higher than any minister's.
_TOP = 4
_LATEST = 500  # days past a window after which an event is another one
_SIGNED = frozenset({"signed", "approved"})


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
    guests: frozenset[str] = frozenset()  # parties that came
    city: str | None = None
    country: str | None = None
    framework: str | None = None
    session_no: int | None = None
    status: str | None = None  # of an agreement
    topics: frozenset[str] = frozenset()


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


def _evidence(telling: Telling, event: Event, change: str | None) -> Iterator[tuple[float | None, str]]:
    """Weights with their reasons; a weight of none rules the event out."""
    if not telling.parties <= event.parties:
        yield None, "other parties"
        return
    yield (0.3, "same parties") if telling.parties == event.parties else (0.2, "among more parties")
    yield _time(telling, event)
    yield from _kind(telling, event)
    if telling.portfolio and event.tracks:
        same = telling.portfolio in event.tracks
        up = change == "up" and bool(event.levels & {office for office, rank in _RANK.items() if rank < _TOP})
        yield (0.2, "same ministries") if same else (0.05, "at a higher level") if up else (None, "other ministries")
    elif telling.portfolio:
        yield 0.0, "ministries not told"
    if change == "same":
        yield 0.1, "same level"
    elif change == "down":
        yield -0.05, "held at a lower level"
    if telling.session_no and event.session_no:
        same = telling.session_no == event.session_no
        yield (0.25, "same session") if same else (None, "another session")
    yield _place(telling, event)


def _time(telling: Telling, event: Event) -> tuple[float | None, str]:
    span = event.span
    if span is None:
        if event.day <= telling.day:
            return None, "undated, and told before the promise"
        span = Span(event.day, event.day)
    if span.last <= telling.day or (telling.follows and span.first <= telling.follows.last):
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


def _kind(telling: Telling, event: Event) -> Iterator[tuple[float | None, str]]:
    if telling.kind == "agreement" or event.kind == "agreement":
        if telling.kind != "agreement" or event.kind != "agreement":
            yield None, "an instrument is no meeting"
        else:
            yield (0.25, f"instrument {event.status}") if event.status in _SIGNED else (0.0, f"only {event.status}")
        return
    if event.form == "call":
        yield None, "a call is no meeting in person"
        return
    if event.form == "video":
        yield -0.05, "by video"
    if telling.body and event.framework:
        yield (0.25, "same body") if same_body(telling.body, event.framework) else (-0.2, "another body")
    if telling.kind == "committee":
        held = event.occasion == "session" or event.framework is not None or event.kind == "prior_event"
        yield (0.2, "a session") if held else (-0.05, "no session of a body")
    elif telling.kind == "visit":
        yield from _visit(telling, event)
    else:
        aside = event.occasion in {"sidelines", "courtesy", "credentials", "farewell"}
        yield (-0.05, f"occasion {event.occasion}") if aside else (0.15, "a meeting")


def _visit(telling: Telling, event: Event) -> Iterator[tuple[float | None, str]]:
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


def _place(telling: Telling, event: Event) -> tuple[float, str]:
    if not telling.place or not (event.city or event.country):
        return 0.0, "place not compared"
    if telling.place in (event.city, event.country):
        return 0.1, "same place"
    known = event.country if len(telling.place) == 2 else event.city
    return (-0.1, "another place") if known else (0.0, "place not compared")


def _level_change(telling: Telling, event: Event) -> str | None:
    if telling.level not in _RANK or not event.levels:
        return None
    promised = _RANK[telling.level]
    held = min(_RANK[level] for level in event.levels if level in _RANK)
    return "same" if held == promised else "up" if held < promised else "down"
