"""Pictures made of days: where windows, tellings and today lie on a line, in per cent of its length."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line."""

    start: float  # per cent from the line's beginning
    size: float  # per cent of its length
    kind: str  # window, former (a window that a later statement replaced) or held


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the line."""

    at: float
    day: date
    kind: str  # today, told or month


@dataclass(frozen=True, slots=True)
class Line:
    """A line of days with what lies on it."""

    first: date
    last: date
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that a line stands for."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies; days outside lie at the ends."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(min(max(share, 0.0), 1.0) * 100, 2)

    def bar(self, first: date, last: date, kind: str) -> Bar:
        """A stretch of days, its last one included, never too thin to be seen."""
        start = self.at(first)
        return Bar(min(start, 98.8), max(round(self.at(last + timedelta(days=1)) - start, 2), 1.2), kind)


def scale(days: Iterable[date]) -> Scale:
    """A scale that shows all these days with some room around them."""
    known = sorted(days)
    room = timedelta(days=max((known[-1] - known[0]).days // 20, 4))
    return Scale(known[0] - room, known[-1] + room)


def line(
    over: Scale,
    today: date,
    told: Sequence[date],
    windows: Sequence[tuple[date, date]],
    held: tuple[date, date] | None = None,
) -> Line:
    """The line of a promise.

    Args:
        over: the days shown.
        today: the day as of which it is judged.
        told: days on which it was told.
        windows: its windows in the order in which they were given; the last governs.
        held: the days of the event that fulfilled it; null: none did.
    """
    bars = [over.bar(*window, "former") for window in windows[:-1] if window != windows[-1]]
    bars += [over.bar(*window, "window") for window in windows[-1:]]
    if held:
        bars.append(over.bar(*held, "held"))
    marks = [Mark(over.at(day), day, "told") for day in dict.fromkeys(told)]
    return Line(over.first, over.last, tuple(bars), (*marks, Mark(over.at(today), today, "today")))


def months(over: Scale, most: int = 12) -> tuple[Mark, ...]:
    """First days of months on a scale, thinned out so that there are not too many to label."""
    found = []
    day = date(over.first.year, over.first.month, 1)
    while day <= over.last:
        if day >= over.first:
            found.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    step = next((s for s in (1, 2, 3, 6, 12) if len(found) <= most * s), 24)
    return tuple(Mark(over.at(day), day, "month") for day in found if (day.month - 1) % min(step, 12) == 0)
