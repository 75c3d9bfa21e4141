"""Arithmetic of the calendar: months, weeks, weekdays and Hijri days as Gregorian dates."""

from datetime import date, timedelta

from hijridate import Hijri

Span = tuple[date, date]
FIRST_HIJRI, LAST_HIJRI = 1343, 1500  # years that hijridate converts
SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}  # first and last month: spring, summer, autumn, winter


def day(year: int, month: int, number: int) -> date | None:
    """The date; null where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_months(start: date, count: int) -> date:
    """The same day some months on; the last day of the month where it has no such day."""
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, month_span(year, month + 1)[1].day))


def month_span(year: int, month: int) -> Span:
    """First and last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(1)


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of one month to the last of another; a smaller second month is of the next year."""
    return month_span(year, first)[0], month_span(year + (last < first), last)[1]


def year_span(year: int) -> Span:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_span(published: date, offset: int) -> Span:
    """Monday and Sunday of the week some weeks from the one of a day."""
    monday = published - timedelta(published.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(6)


def on_or_before(published: date, weekday: int) -> date:
    """The nearest such weekday on or before a day."""
    return published - timedelta((published.weekday() - weekday) % 7)


def on_or_after(published: date, weekday: int) -> date:
    """The nearest such weekday on or after a day."""
    return published + timedelta((weekday - published.weekday()) % 7)


def nearest_weekday(target: date, weekday: int) -> date:
    """The such weekday at most three days from a day."""
    after = on_or_after(target, weekday)
    return after if (after - target).days <= 3 else after - timedelta(7)


def hijri_day(year: int, month: int, number: int) -> date | None:
    """A Hijri day (Umm al-Qura) as a Gregorian date; null outside the converted years or where there is no such day."""
    try:
        found = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month_span(year: int, month: int) -> Span | None:
    """First and last day of a Hijri month."""
    start = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return (start, following - timedelta(1)) if start and following else None


def thirds(span: Span, number: int) -> Span:
    """The first, second or last third of a stretch of days."""
    start, end = span
    length = (end - start).days + 1
    cuts = [start + timedelta(round(length * n / 3)) for n in range(4)]
    return cuts[number - 1], cuts[number] - timedelta(1)
