"""Days and spans of days as told, as bounds that can be compared."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def overlaps(self, other: "Span", slack: int = 0) -> bool:
        """Whether the two share a day, or come within `slack` days of it."""
        wide = timedelta(days=slack)
        return self.first - wide <= other.last and other.first - wide <= self.last

    def gap(self, other: "Span") -> int:
        """Days between the two; 0 where they overlap."""
        if self.overlaps(other):
            return 0
        return (other.first - self.last).days if self.last < other.first else (self.first - other.last).days

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def within(self, other: "Span") -> bool:
        """Whether it lies inside the other."""
        return other.first <= self.first and self.last <= other.last


def span_of(day: str | None, end: str | None = None) -> Span | None:
    """The bounds of a day or month as told (YYYY-MM-DD, YYYY-MM), with its last day where one is; null: undated."""
    if day is None:
        return None
    first, last = _bounds(day)
    if end is not None:
        last = max(last if len(day) == 10 else first, _bounds(end)[1])
    return Span(first, last)


def precision_of(day: str | None, end: str | None = None) -> str | None:
    """How exact a date as told is: day, month or range; null: undated."""
    if day is None:
        return None
    if end is not None and end != day:
        return "range"
    return "day" if len(day) == 10 else "month"


def _bounds(day: str) -> tuple[date, date]:
    if len(day) == 10:
        exact = date.fromisoformat(day)
        return exact, exact
    year, month = int(day[:4]), int(day[5:7])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
