"""Dates of feeds and pages: RFC 822, ISO 8601, Arabic months of every family and Hijri, with the offset as written."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

import pytz
from hijridate import Hijri

from transforms.lexicon.loader import expand, languages, load
from transforms.text import fold

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|صباحا|مساء|ص|م)?(?!\w)", re.IGNORECASE)
_OFFSET = re.compile(
    r"(?:gmt|utc)?\s*([+-]\d{2}):?(\d{2})(?!\d)|(?:gmt|utc)\s*([+-])(\d{1,2})(?!\d)|(?<!\w)(z|gmt|utc)(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)|(?<!\d)(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?!\d)"
)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
_AMBIGUOUS_ZONE = re.compile(r"\s+A[SD]T$")
_HOURS_AHEAD = re.compile(r"\s*\(?(?:GMT|UTC)\s*([+-])(\d{1,2})\)?$", re.IGNORECASE)
_DIGITS = {ord(digit): str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(digits)}
_HALF_DAY = re.compile(r"\d\s*(?:[ap]\.?m\b|[صم](?!\w)|صباحا|مساء)", re.IGNORECASE)
_YEARS = range(1971, 2101)  # a feed dated 1970 has no clock; nor is a year beyond this one meant
_HIJRI_YEARS = range(1343, 1501)  # what the conversion tables cover


def parse_date(value: str | None) -> str | None:
    """ISO 8601 of a date as a feed or page writes it; null where it is none or cannot be.

    The offset stays as written and is left out where none was; a date without a time stays a date. Years up to
    1970 or after 2100 are not believed.
    """
    if not value or len(value) > 200:
        return None
    text = " ".join(value.translate(_DIGITS).split())
    try:
        return _iso(text) or _moment(text) or _rfc822(text) or _words(text)
    except (ValueError, OverflowError):  # a 32nd of January, an offset of a hundred hours
        return None


def in_zone(written: str, zone: str | None) -> str:
    """An ISO date with the offset that its zone had then, where it gives a time without one; else as written.

    Of an hour that the change of clocks gives twice it is the later one, and one that it leaves out is moved on.
    """
    if zone is None or "T" not in written:
        return written
    when = datetime.fromisoformat(written)
    if when.tzinfo is not None:
        return written
    place = pytz.timezone(zone)
    return place.normalize(place.localize(when, is_dst=False)).isoformat()


def _iso(text: str) -> str | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    if hour and _HALF_DAY.search(text):
        return _words(text)
    if _ISO.fullmatch(text) is None and hour is None and len(text) > match.end() + 1:
        return None  # other words follow: not an ISO date
    return _compose(int(year), int(month), int(day), hour, minute, second, _offset(offset))


def _moment(text: str) -> str | None:
    """A moment in digits alone: seconds or milliseconds since 1970, or a day without signs between."""
    if re.fullmatch(r"(?:19|20)\d{6}", text):  # 20260311
        return _compose(int(text[:4]), int(text[4:6]), int(text[6:]), None, None, None, None)
    if not _SECONDS.fullmatch(text):
        return None
    when = datetime.fromtimestamp(int(text[:10]), UTC)
    return when.isoformat() if when.year in _YEARS else None


def _rfc822(text: str) -> str | None:
    # To the parser of mail dates AST is Atlantic time; to a feed of this part of the world it is Arabia's.
    text = _AMBIGUOUS_ZONE.sub("", text)
    text = _HOURS_AHEAD.sub(lambda found: f" {found.group(1)}{int(found.group(2)):02}00", text)
    if _HALF_DAY.search(text):  # the parser of mail dates reads 5:30 PM as half past five in the morning
        return None
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.isoformat() if when.year in _YEARS else None


def _words(text: str) -> str | None:
    """Day, month by name and year in any lexicon language, or day/month/year in digits."""
    folded = fold(text).lower()
    when = _named_day(folded) or _numeric_day(folded)
    if when is None:
        return None
    time = _TIME.search(folded)
    if not time:
        return when.isoformat()
    rest = folded[time.end() :]
    found = _OFFSET.search(rest)
    offset = None
    if found:
        hours, minutes, sign, short, zulu = found.groups()
        offset = f"{sign}{int(short):02}:00" if short else "+00:00" if zulu else f"{hours}:{minutes}"
    hour = int(time.group(1))
    mark = (time.group(4) or "").replace(".", "")
    if mark in ("pm", "م", "مساء") and hour < 12:
        hour += 12
    elif mark in ("am", "ص", "صباحا") and hour == 12:
        hour = 0
    return _compose(when.year, when.month, when.day, str(hour), time.group(2), time.group(3), offset)


def _named_day(folded: str) -> date | None:
    """The day that a month's name stands with; a Gregorian date is preferred to the Hijri one beside it."""
    pattern, numbers = _months()
    hijri: date | None = None
    for match in pattern.finditer(folded):
        day, name, year, first, first_day, first_year = match.groups()
        key, d, y = (name, day, year) if name else (first, first_day, first_year)
        calendar, number = numbers[" ".join(key.split())]
        if calendar == "month" and int(y) in _YEARS:
            return date(int(y), number, int(d))
        if calendar == "hijri" and int(y) in _HIJRI_YEARS and hijri is None:
            hijri = Hijri(int(y), number, int(d)).to_gregorian()
    return date(hijri.year, hijri.month, hijri.day) if hijri else None


def _numeric_day(folded: str) -> date | None:
    match = _NUMERIC.search(folded)
    if not match:
        return None
    day, month, year, first_year, second, third = match.groups()
    if first_year:
        return _gregorian(int(first_year), int(second), int(third))
    if int(month) > 12 >= int(day):  # the American order shows itself only when it must
        day, month = month, day
    return _gregorian(int(year), int(month), int(day))


def _gregorian(year: int, month: int, day: int) -> date | None:
    if year in _HIJRI_YEARS:
        when = Hijri(year, month, day).to_gregorian()
        return date(when.year, when.month, when.day)
    return date(year, month, day) if year in _YEARS else None


@lru_cache
def _months() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    """A pattern for "day month year" and "month day, year", and what each month's name means."""
    numbers: dict[str, tuple[str, int]] = {}
    for lang in languages():
        for example in load(lang).examples:
            calendar, _, number = example.entry.value.partition(":")
            if example.entry.kind != "time" or calendar not in ("month", "hijri"):
                continue
            for form in example.forms:
                for phrase in expand(form):
                    numbers.setdefault(fold(phrase).lower(), (calendar, int(number)))
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(numbers, key=len, reverse=True))
    pattern = (
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:من\s+)?(?:شهر\s+)?[-/,]?\s*(?<!\w)({names})(?!\w)"
        rf"(?:\s*[(/]\s*(?:{names})\s*\)?)?[\s./,،هم-]*(\d{{4}})"
        rf"|(?<!\w)({names})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*[,،]?\s*(\d{{4}})"
    )
    return re.compile(pattern), numbers


def _offset(written: str | None) -> str | None:
    if not written:
        return None
    if written.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    return written if ":" in written else f"{written[:3]}:{written[3:]}"


def _compose(
    year: int, month: int, day: int, hour: str | None, minute: str | None, second: str | None, offset: str | None
) -> str | None:
    if year not in _YEARS:
        return None
    if hour is None:
        return date(year, month, day).isoformat()
    when = datetime(year, month, day)
    if int(hour) == 24 and int(minute or 0) == 0:  # midnight at the day's end
        when, hour = when + timedelta(days=1), "0"
    when = when.replace(hour=int(hour), minute=int(minute or 0), second=min(int(second or 0), 59))
    return datetime.fromisoformat(when.isoformat() + (offset or "")).isoformat()
