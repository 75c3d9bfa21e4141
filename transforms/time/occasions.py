"""The dated occasions that texts use as dates: Ramadan, the feasts, Hajj, the General Assembly's high-level week."""

from datetime import date
from functools import lru_cache

from transforms.lexicon.loader import shared
from transforms.time.days import Span, hijri_day, hijri_month_span


@lru_cache
def occasion(name: str, year: int) -> Span | None:
    """First and last day of an occasion that begins in a Gregorian year; null where the table has none."""
    entry = shared("calendar_anchors").get(name, {})
    if dated := entry.get("years", {}).get(str(year)):
        return date.fromisoformat(dated[0]), date.fromisoformat(dated[1])
    if "hijri" not in entry:
        return None
    for hijri_year in range(year - 582, year - 576):  # Hijri years that can begin in a Gregorian one, 1900 to 2100
        span = _hijri_span(hijri_year, *entry["hijri"])
        if span and span[0].year == year:
            return span
    return None


def _hijri_span(year: int, month: int, day: int, last_month: int, last_day: int) -> Span | None:
    start, end = hijri_day(year, month, day), hijri_day(year, last_month, last_day)
    whole = hijri_month_span(year, last_month)
    if start is None or whole is None:
        return None
    return start, end or whole[1]  # a month of 29 days has no 30th
