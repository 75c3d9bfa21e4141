"""Time expressions before and after they are resolved against a day of publication."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exact a window is."""

    DAY = "day"
    DAYS = "days"  # a stated range of days
    WEEK = "week"
    MONTH_PART = "month_part"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR_PART = "year_part"
    YEAR = "year"
    SPAN = "span"  # "within two weeks", "before the end of"
    VAGUE = "vague"  # "soon", "the coming period": no window


class Basis(StrEnum):
    """What a window rests on."""

    EXPLICIT = "explicit"  # day, month and year stand in the text
    YEAR_INFERRED = "year_inferred"  # day and month; the year nearest to publication
    RELATIVE = "relative"  # to the day of publication
    HIJRI = "hijri"  # converted from the Hijri calendar
    ANCHORED = "anchored"  # to a dated occasion (Ramadan, the General Assembly)


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A time expression found in a sentence, not yet resolved. Offsets are into the normal form."""

    start: int
    end: int
    first: int  # token index in its sentence
    last: int  # one past
    rule: str  # e.g. "time.quarter_of_year"
    shape: tuple[tuple[str, str | int], ...]  # what was read, e.g. (("quarter", 1), ("year", 2026))


@dataclass(frozen=True, slots=True)
class Window:
    """A resolved expression: whole days, both ends included."""

    start: date | None  # null with end: understood, but vague
    end: date | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why an expression gave no window."""

    reason: str  # e.g. "no_publication_date", "impossible_date"
