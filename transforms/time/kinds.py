"""What each kind of time expression spans: one function a kind, from its shape and the day of publication."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from transforms.time import days
from transforms.time.days import Span
from transforms.time.model import Basis, Precision
from transforms.time.occasions import occasion

_SLACK = 31  # days for which a promised day without a year may already lie in the past


class Context(NamedTuple):
    """What an expression is read against."""

    shape: dict[str, str | int]
    published: date | None
    future: bool  # true: a promise; false: a reported event

    def number(self, key: str) -> int | None:
        """A number of the shape; null where it has none."""
        value = self.shape.get(key)
        return value if isinstance(value, int) else None

    def today(self) -> date:
        """The day of publication; raises NoWindow without one."""
        if self.published is None:
            raise NoWindow("no_publication_date")
        return self.published


class NoWindow(Exception):
    """Ends a resolution with a reason."""


class Found(NamedTuple):
    """The days an expression spans, before parts and bounds apply."""

    span: Span
    precision: Precision
    basis: Basis


def _year(context: Context) -> int | None:
    year = context.number("year")
    if year is not None:
        return year
    offset = context.number("year_rel")
    return None if offset is None else context.today().year + offset


def _choose(context: Context, make: Callable[[int], Span | None]) -> Span:
    """The span of the fitting year, for an expression without one."""
    today = context.today()
    spans = [span for year in range(today.year - 1, today.year + 3) if (span := make(year))]
    offset = context.number("rel")
    if offset is not None and offset > 0:
        spans = [span for span in spans if span[0] > today]
        pick = spans[offset - 1 : offset] or spans[:1]
    elif offset is not None and offset < 0:
        pick = [span for span in spans if span[1] < today][-1:]
    elif offset == 0:
        pick = [span for span in spans if span[0].year == today.year]
    elif context.future:
        pick = [span for span in spans if span[1] >= today]
    else:
        pick = [span for span in spans if span[0] <= today][-1:]
    if not pick:
        raise NoWindow("impossible_date")
    return pick[0]


def _date_of(context: Context, day: int, month: int, year: int | None) -> date:
    if year is not None:
        found = days.day(year, month, day)
        if found is None:
            raise NoWindow("impossible_date")
        return found
    today = context.today()
    if context.number("rel") is not None:
        return _choose(context, lambda y: None if (d := days.day(y, month, day)) is None else (d, d))[0]
    near = [found for y in (today.year - 1, today.year, today.year + 1) if (found := days.day(y, month, day))]
    if not near:
        raise NoWindow("impossible_date")
    best = min(near, key=lambda d: abs((d - today).days))
    if context.future and (today - best).days > _SLACK:
        best = min((d for d in near if d > best), default=best)
    return best


def _date(context: Context) -> Found:
    day, month, year = context.number("day"), context.number("month"), _year(context)
    assert day is not None and month is not None
    basis = Basis.EXPLICIT if context.number("year") else Basis.YEAR_INFERRED
    if year is None and (hijri := _hijri_day(context)):
        context = context._replace(published=hijri, future=False, shape={**context.shape, "rel": ""})
    found = _date_of(context, day, month, year)
    return Found((found, found), Precision.DAY, basis)


def _days(context: Context) -> Found:
    numbers = [context.number(key) for key in ("day", "month", "day2", "month2")]
    day, month, day2, month2 = (number or 0 for number in numbers)
    year = _year(context)
    end = _date_of(context, day2, month2, context.number("year2") or year)
    start_year = end.year - ((month, day) > (month2, day2))
    start = days.day(start_year, month, day)
    if start is None or start > end:
        raise NoWindow("impossible_date")
    return Found((start, end), Precision.DAYS, Basis.EXPLICIT if context.number("year") else Basis.YEAR_INFERRED)


def _hijri_day(context: Context) -> date | None:
    day, month, year = context.number("hday"), context.number("hmonth"), context.number("hyear")
    return days.hijri_day(year, month, day) if day and month and year else None


def _hijri_year(context: Context, make: Callable[[int], Span | None]) -> Span:
    year = context.number("hyear")
    if year is not None:
        span = make(year)
        if span is None:
            raise NoWindow("impossible_date")
        return span
    # Hijri years are shorter: the one that began in a Gregorian year y is about (y - 622) * 33 / 32.
    return _choose(context, lambda y: make(round((y - 622) * 33 / 32)))


def _hijri_date(context: Context) -> Found:
    month, day, last = context.number("hmonth"), context.number("hday"), context.number("hday2")
    assert month is not None and day is not None
    month2 = context.number("hmonth2") or month

    def make(year: int) -> Span | None:
        start, end = days.hijri_day(year - (month2 < month), month, day), days.hijri_day(year, month2, last or day)
        return (start, end) if start and end else None

    span = _hijri_year(context, make)
    return Found(span, Precision.DAYS if last else Precision.DAY, Basis.HIJRI)


def _hijri_month(context: Context) -> Found:
    month = context.number("hmonth") or 1
    return Found(_hijri_year(context, lambda y: days.hijri_month_span(y, month)), Precision.MONTH, Basis.HIJRI)


def _relday(context: Context) -> Found:
    target = context.today() + timedelta(context.number("offset") or 0)
    weekday = context.number("weekday")
    if weekday is not None and target.weekday() != weekday:
        # The words were written on another day than the outlet's stamp: the weekday governs.
        back = not context.future or (context.number("offset") or 0) < 0
        if back and not (context.number("offset") or 0) > 0:
            target = days.on_or_before(context.today(), weekday)
        else:
            target = days.nearest_weekday(target, weekday)
    return Found((target, target), Precision.DAY, Basis.RELATIVE)


def _weekday(context: Context) -> Found:
    weekday = context.number("weekday") or 0
    start = _one_weekday(context, weekday)
    last = context.number("weekday2")
    end = start if last is None else days.on_or_after(start, last)
    if last is not None and not context.future and end > context.today():
        start, end = start - timedelta(7), end - timedelta(7)
    return Found((start, end), Precision.DAY if last is None else Precision.DAYS, Basis.RELATIVE)


def _one_weekday(context: Context, weekday: int) -> date:
    today = context.today()
    week, offset = context.number("week"), context.number("rel")
    if week is not None:
        return days.week_span(today, week)[0] + timedelta(weekday)
    if offset is not None and offset > 0:
        return days.on_or_after(today + timedelta(1), weekday) + timedelta(weeks=offset - 1)
    if offset is not None and offset < 0:
        return days.on_or_before(today - timedelta(1), weekday) + timedelta(weeks=offset + 1)
    return days.on_or_after(today, weekday) if context.future else days.on_or_before(today, weekday)


def _day_of_month(context: Context) -> Found:
    first = days.add_months(context.today().replace(day=1), context.number("month_rel") or 0)
    found = days.day(first.year, first.month, context.number("day") or 0)
    if found is None:
        raise NoWindow("impossible_date")
    return Found((found, found), Precision.DAY, Basis.RELATIVE)


def _month(context: Context) -> Found:
    return Found(_month_span(context), Precision.MONTH, _basis(context))


def _basis(context: Context) -> Basis:
    if context.number("year") is not None:
        return Basis.EXPLICIT
    named = context.number("month") is not None and context.number("rel") is None and context.number("year_rel") is None
    return Basis.YEAR_INFERRED if named else Basis.RELATIVE


def _month_span(context: Context) -> Span:
    month = context.number("month")
    if month is None:
        first = days.add_months(context.today().replace(day=1), context.number("month_rel") or 0)
        return days.month_span(first.year, first.month)
    year = _year(context)
    return _choose(context, lambda y: days.month_span(y, month)) if year is None else days.month_span(year, month)


def _months(context: Context) -> Found:
    first, last = context.number("month") or 1, context.number("month2") or 12
    year = _year(context)
    if year is None and context.number("rel") is not None:
        last_span = _choose(context, lambda y: days.month_span(y, last))
        span = days.months_span(last_span[0].year - (last < first), first, last)
    elif year is None:
        span = _choose(context, lambda y: days.months_span(y, first, last))
    else:
        span = days.months_span(year - (last < first), first, last)
    return Found(span, Precision.SPAN, _basis(context))


def _quarter(context: Context) -> Found:
    offset = context.number("quarter_rel")
    if offset is not None:
        today = context.today()
        first = days.add_months(today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1), 3 * offset)
        return Found(days.months_span(first.year, first.month, first.month + 2), Precision.QUARTER, Basis.RELATIVE)
    return Found(_fraction(context, 4), Precision.QUARTER, _basis(context))


def _half(context: Context) -> Found:
    if "month" in context.shape or "month_rel" in context.shape:
        start, end = _month_span(context)
        span = (start, start.replace(day=15)) if context.number("number") == 1 else (start.replace(day=16), end)
        return Found(span, Precision.MONTH_PART, _basis(context))
    return Found(_fraction(context, 2), Precision.HALF, _basis(context))


def _third(context: Context) -> Found:
    if "month" in context.shape or "month_rel" in context.shape:
        start, end = _month_span(context)
        return Found(month_part((start, end), context.number("number") or 1), Precision.MONTH_PART, _basis(context))
    return Found(_fraction(context, 3), Precision.YEAR_PART, _basis(context))


def _fraction(context: Context, parts: int) -> Span:
    number, size = context.number("number") or 1, 12 // parts
    first = (number - 1) * size + 1
    year = _year(context)
    if year is None:
        return _choose(context, lambda y: days.months_span(y, first, first + size - 1))
    return days.months_span(year, first, first + size - 1)


def _year_kind(context: Context) -> Found:
    year = _year(context)
    return Found(days.year_span(context.today().year if year is None else year), Precision.YEAR, _basis(context))


def _years(context: Context) -> Found:
    first, last = context.number("year") or 0, context.number("year2") or 0
    return Found((date(first, 1, 1), date(last, 12, 31)), Precision.SPAN, Basis.EXPLICIT)


def _week(context: Context) -> Found:
    today, offset = context.today(), context.number("week_rel") or 0
    if context.future and offset == 0 and context.number("week_start") and today.weekday() >= 5:
        offset = 1  # where the week starts on Sunday, "this week" is told at its start
    return Found(days.week_span(today, offset), Precision.WEEK, Basis.RELATIVE)


def _week_of(context: Context) -> Found:
    found = _date(context)
    return Found(days.week_span(found.span[0], 0), Precision.WEEK, found.basis)


def _week_of_month(context: Context) -> Found:
    start, end = _month_span(context)
    number = context.number("number") or 1
    if number < 0:
        return Found((end - timedelta(6), end), Precision.WEEK, _basis(context))
    first = start + timedelta(7 * (number - 1))
    if first > end:
        raise NoWindow("impossible_date")
    return Found((first, min(end, first + timedelta(6))), Precision.WEEK, _basis(context))


def _season(context: Context) -> Found:
    first, last = days.SEASONS[context.number("season") or 1]
    year = _year(context)
    if year is None:
        return Found(_choose(context, lambda y: days.months_span(y, first, last)), Precision.QUARTER, _basis(context))
    span = days.months_span(year, first, last)
    return Found(span, Precision.QUARTER, _basis(context))


def _weekend(context: Context) -> Found:
    start = _one_weekday(context._replace(shape={**context.shape, "rel": ""}), context.number("weekday") or 5)
    start += timedelta(weeks=context.number("rel") or 0)
    return Found((start, start + timedelta(1)), Precision.DAYS, Basis.RELATIVE)


def _span(context: Context) -> Found | None:
    """A length of time from the day of publication; null (vague) for an unnumbered stretch of months or years."""
    today = context.today()
    unit, count, mode = str(context.shape["unit"]), context.number("count") or 0, str(context.shape["mode"])
    sign = -1 if mode in ("past", "ago") else 1
    if count == 0:
        if unit in ("month", "year"):
            return None
        length = {"hour": 1, "day": 7, "week": 30}[unit]
        return Found(_ordered(today, today + timedelta(sign * length)), Precision.SPAN, Basis.RELATIVE)
    if unit in ("month", "year"):
        target = days.add_months(today, sign * count * (12 if unit == "year" else 1))
    else:
        hours = {"hour": 1, "day": 24, "week": 168}[unit]
        target = today + timedelta(days=sign * max(1, round(count * hours / 24)))
    if mode in ("in", "ago"):
        slack = timedelta({"hour": 0, "day": 0, "week": 3, "month": 15, "year": 45}[unit])
        return Found((target - slack, target + slack), Precision.DAY if not slack else Precision.SPAN, Basis.RELATIVE)
    return Found(_ordered(today, target), Precision.SPAN, Basis.RELATIVE)


def _ordered(a: date, b: date) -> Span:
    return (a, b) if a <= b else (b, a)


def _anchor(context: Context) -> Found:
    name = str(context.shape["anchor"])
    year = _year(context)
    span = _choose(context, lambda y: occasion(name, y)) if year is None else occasion(name, year)
    if span is None:
        raise NoWindow("unknown_occasion")
    return Found(span, Precision.SPAN, Basis.ANCHORED)


def _length(context: Context) -> Found:
    raise NoWindow("length_of_time")


def _same_day(context: Context) -> Found:
    raise NoWindow("refers_to_context")


def month_part(span: Span, number: int) -> Span:
    """Days 1 to 10, 11 to 20, or 21 to the end, of a month."""
    start, end = span
    first = start + timedelta(10 * (number - 1))
    return first, end if number == 3 else first + timedelta(9)


KINDS: dict[str, Callable[[Context], Found | None]] = {
    "date": _date,
    "days": _days,
    "hijri_date": _hijri_date,
    "hijri_days": _hijri_date,
    "hijri_month": _hijri_month,
    "relday": _relday,
    "weekday": _weekday,
    "day_of_month": _day_of_month,
    "month": _month,
    "months": _months,
    "quarter": _quarter,
    "half": _half,
    "third": _third,
    "year": _year_kind,
    "years": _years,
    "week": _week,
    "week_of": _week_of,
    "week_of_month": _week_of_month,
    "season": _season,
    "weekend": _weekend,
    "span": _span,
    "anchor": _anchor,
    "same_day": _same_day,
    "length": _length,
}
