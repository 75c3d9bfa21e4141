"""Turns the items that a rule matched into the shape of a time expression, or refuses them."""

from collections.abc import Callable, Sequence

from transforms.time.items import Shape, first, relative, values
from transforms.time.lengths import length, span
from transforms.time.words import Item

_BOUNDS = {"b": "before", "Y": "by", "U": "by", "f": "after", "Z": "since"}


def read(rule: str, items: Sequence[Item]) -> Shape | None:
    """The shape of a match; null where the words, looked at closely, are no time expression."""
    return _READERS[rule](items)


def _year(items: Sequence[Item]) -> Shape:
    """What a match says of the year: {"year": 2026}, {"year_rel": 1} or nothing."""
    if years := values(items, "y"):
        return {"year": years[-1]}
    offset = relative(items, "a")
    return {} if offset is None else {"year_rel": offset}


def _month_tail(items: Sequence[Item]) -> Shape:
    """The year of a named month: told, or next/last/this beside its name (or beside "month" before it)."""
    if found := _year(items):
        return found
    offset = relative(items, "M")
    if offset is None and first(items, "m"):
        offset = relative(items, "m")
    return {} if offset is None else {"rel": offset}


def _weekday(items: Sequence[Item]) -> Shape:
    found = first(items, "W")
    return {"weekday": int(found.value)} if found else {}


def _date(items: Sequence[Item]) -> Shape | None:
    shape = _gregorian(items)
    if shape is None:
        return None
    hijri = first(items, "H")
    if hijri and (link := _hijri(_hijri_part(items))):
        shape.update({key: value for key, value in link.items() if key.startswith("h")})
    return shape | _weekday(items)


def _hijri_part(items: Sequence[Item]) -> Sequence[Item]:
    at = next(n for n, item in enumerate(items) if item.letter == "H")
    start = max((n for n in range(at) if items[n].letter in "do"), default=at)
    end = at + 1
    while end < len(items) and items[end].letter in "hza,O" and (items[end].letter not in ",O" or end == at + 1):
        end += 1
    return items[start:end]


def _gregorian(items: Sequence[Item]) -> Shape | None:
    whole = first(items, "P")
    if whole:
        return _numbers([int(part) for part in str(whole.value).split(".")])
    month = next((n for n, item in enumerate(items) if item.letter == "M"), None)
    if month is None:
        return _numeric_date(items, "y")
    before = [item for item in items[:month] if item.letter in "do" and item.last <= items[month].first]
    near = [item for item in before if not any(i.letter == "H" for i in items[items.index(item) : month])]
    after = [item for item in items[month + 1 :] if item.letter == "d"]
    day = near[-1] if near else (after[0] if after else None)
    if day is None or not 1 <= int(day.value) <= 31:
        return None
    shape: Shape = {"kind": "date", "day": int(day.value), "month": int(items[month].value)}
    return shape | _month_tail(items)


def _numeric_date(items: Sequence[Item], year_letter: str) -> Shape | None:
    """Three numbers with one sign between them, in either order."""
    at = next((n for n, item in enumerate(items) if item.letter == year_letter), None)
    if at is None:
        return None
    numbers = [items[n] for n in range(len(items)) if items[n].letter in "d" + year_letter and abs(n - at) in (0, 2, 4)]
    return _numbers([int(item.value) for item in numbers][:3])


def _numbers(parts: list[int]) -> Shape | None:
    if len(parts) != 3:
        return None
    a, b, c = parts
    year, month, day = (a, b, c) if a > 31 else (c, b, a)
    if month > 12 >= day:
        month, day = day, month  # month first, as in American dates
    return {"kind": "date", "day": day, "month": month, "year": year} if 1 <= month <= 12 else None


def _hijri(items: Sequence[Item]) -> Shape | None:
    month = first(items, "H")
    if month is None:
        numeric = _numeric_date(items, "h")
        if numeric is None:
            return None
        return {"kind": "hijri_date", "hday": numeric["day"], "hmonth": numeric["month"], "hyear": numeric["year"]}
    days, years = values(items, "do"), values(items, "h")
    if not days or not 1 <= days[-1] <= 30:
        return None
    shape: Shape = {"kind": "hijri_date", "hday": days[-1], "hmonth": int(month.value)}
    return (shape | ({"hyear": years[0]} if years else {})) | _weekday(items)


def _relday(items: Sequence[Item]) -> Shape:
    shape: Shape = {"kind": "relday", "offset": values(items, "R")[0]}
    shape |= _weekday(items)
    date = _date([item for item in items if item.letter != "R"])
    if date and "month" in date:
        shape = date
    return shape


def _days(items: Sequence[Item]) -> Shape | None:
    if first(items, "H"):  # a stretch told in both calendars
        items = items[max(n for n, item in enumerate(items) if item.letter in "Hhz") + 1 :]
    months = [n for n, item in enumerate(items) if item.letter == "M"]
    if len(months) == 2 or not months:
        cut = next(n for n, item in enumerate(items) if item.letter in "-vU" or (item.letter == "u" and n > 1))
        begin, second = _gregorian(items[:cut]), _gregorian(items[cut + 1 :])
        if not begin or not second:
            return None
        shape: Shape = {**begin, "day2": second["day"], "month2": second["month"]}
        for key in ("year", "year_rel", "rel"):
            if key in second and key not in begin:
                shape[key] = second[key]
            if key == "year" and key in second and key in begin:
                shape["year2"] = second[key]
        return shape | {"kind": "days"} | _weekday(items)
    days = values(items, "do")
    if len(days) < 2 or not all(1 <= day <= 31 for day in days) or days[0] >= days[-1]:
        return None
    month = int(items[months[0]].value)
    shape = {"kind": "days", "day": days[0], "month": month, "day2": days[-1], "month2": month}
    return shape | _month_tail(items) | _weekday(items)


def _hijri_days(items: Sequence[Item]) -> Shape | None:
    months, days, years = values(items, "H"), values(items, "do"), values(items, "h")
    if not months or len(days) < 2 or max(days) > 30 or (days[0] >= days[-1] and len(months) < 2):
        return None
    shape: Shape = {
        "kind": "hijri_days",
        "hday": days[0],
        "hday2": days[-1],
        "hmonth": months[0],
        "hmonth2": months[-1],
    }
    return shape | ({"hyear": years[-1]} if years else {})


def _weekdays(items: Sequence[Item]) -> Shape:
    days = values(items, "W")
    shape: Shape = {"kind": "weekday", "weekday": days[0]}
    if len(days) > 1:
        shape["weekday2"] = days[-1]
    week = relative(items, "k")
    beside = relative(items, "Wg")
    if week is not None:
        shape["week"] = week
    elif beside is not None:
        shape["rel"] = beside
    return shape


def _day_of_month(items: Sequence[Item]) -> Shape:
    offset = relative(items, "m")
    return {"kind": "day_of_month", "day": values(items, "do")[0], "month_rel": offset or 0}


def _months(items: Sequence[Item]) -> Shape | None:
    months = values(items, "M")
    if months[0] == months[1]:
        return None
    shape: Shape = {"kind": "months", "month": months[0], "month2": months[1]}
    return shape | _month_tail(items)


def _period(items: Sequence[Item]) -> Shape | None:
    """A stretch of the calendar, with a part of it (early, mid, late, the end of) where one is told."""
    part = [item for item in items if item.letter in "eEn"]
    first_days = any(item.letter == "g" for item in items)
    edge = (values(items, "o") or [-1])[0]  # the first days of a month, or its last
    if first_days and edge not in (1, -1):
        return None
    shape = _stretch([item for item in items if item.letter not in ("olg" if first_days else "eEn")])
    if shape is None:
        return None
    if part:
        shape["part"] = "end" if part[0].letter in "En" else {1: "early", 2: "mid", 3: "late"}[int(part[0].value)]
        if part[0].name == "by_end":
            shape["bound"] = "by"
    elif first_days:
        shape["part"] = "early" if edge == 1 else "late"
    return shape


def _tens(items: Sequence[Item]) -> Shape | None:
    """The first, second or last ten days of a month."""
    order = (values(items, "o") or [-1])[0]
    if values(items, "cd")[:1] != [10] or order not in (-1, 1, 2, 3):
        return None
    shape: Shape = {"kind": "third", "number": order if order > 0 else 3}
    return shape | _month_of(items)


def _stretch(items: Sequence[Item]) -> Shape | None:
    shape: Shape
    letters = {item.letter for item in items}
    if not letters & {"y"} and any(item.letter in "kma" and item.value != 1 for item in items):
        return None  # "the coming weeks" is a length of time
    order = values(items, "od")[:1] or ([-1] if "l" in letters else [])
    for letter, kind, highest in (("Q", "quarter", 4), ("F", "half", 2), ("C", "third", 3)):
        if letter in letters:
            return _fraction(items, kind, letter, highest, order)
    if "k" in letters:
        return _week(items, order)
    if "S" in letters:
        season = int(next(item.value for item in items if item.letter == "S"))
        shape = {"kind": "season", "season": season}
        shape |= _year(items)
        offset = relative(items, "S")
        return shape if offset is None or "year" in shape else shape | {"rel": offset}
    if "H" in letters:
        return _hijri_period(items)
    if "M" in letters:
        shape = {"kind": "month", "month": values(items, "M")[0]}
        return shape | _month_tail(items)
    if "m" in letters:
        return {"kind": "month", "month_rel": relative(items, "m") or 0}
    return {"kind": "year"} | (_year(items) or {"year_rel": 0})


def _fraction(items: Sequence[Item], kind: str, letter: str, highest: int, order: list[int]) -> Shape | None:
    offset = relative(items, letter)
    of = _year(items)
    if not order and offset is not None and kind == "quarter":
        numbered = any(item.name == "quarter_numbered" for item in items)  # «القمة الثلاثية المقبلة» is none
        return None if numbered else {"kind": "quarter", "quarter_rel": offset}
    if letter == "Q" and order == [-1] and not of and not any(i.letter in "oO" for i in items):
        return {"kind": "quarter", "quarter_rel": -1}
    if not order or not (order[0] == -1 or 1 <= order[0] <= highest):
        return None
    shape: Shape = {"kind": kind, "number": order[0] if order[0] > 0 else highest}
    if any(item.letter in "Mm" for item in items):
        return shape | _month_of(items)
    shape |= of
    if not of and any(item.letter == "a" for item in items):
        shape["year_rel"] = 0
    return shape


def _week(items: Sequence[Item], order: list[int]) -> Shape | None:
    if items[0].letter == "k" and items[1:2] and items[1].letter == "O" and (date := _gregorian(items)):
        return date | {"kind": "week_of"}
    inside = first(items, "M") or first(items, "m")
    offset = relative(items, "k")
    if inside is None:
        return {"kind": "week", "week_rel": offset or 0}
    if not order or order[0] > 5:
        return None
    shape: Shape = {"kind": "week_of_month", "number": order[0]}
    return shape | _month_of(items)


def _month_of(items: Sequence[Item]) -> Shape:
    """The month that a part of it names: by name, or as next, this or last month."""
    month = first(items, "M")
    if month is None:
        return {"month_rel": relative(items, "m") or 0}
    named: Shape = {"month": int(month.value)}
    return named | _month_tail(items)


def _later(items: Sequence[Item]) -> Shape | None:
    shape = _weekdays(items[1:]) if items[-1].letter == "W" else _period(items[1:])
    if shape is None:
        return None
    return shape | {"bound": "later" if int(items[0].value) == 0 else "earlier"}


def _bound(items: Sequence[Item]) -> Shape | None:
    inner = [item for item in items[1:] if item.letter not in "I"]
    letters = {item.letter for item in inner}
    shape: Shape | None
    if "R" in letters:
        shape = {"kind": "relday", "offset": values(inner, "R")[0]}
    elif "W" in letters and not letters & set("MP/-"):
        shape = _weekdays(inner)
    else:
        shape = (_date(inner) if letters & set("doP/-") and not letters & set("QFCk") else None) or _period(inner)
    return None if shape is None else shape | {"bound": _BOUNDS[items[0].letter]}


def _years(items: Sequence[Item]) -> Shape | None:
    years = values(items, "y")
    return {"kind": "years", "year": years[0], "year2": years[1]} if years[0] < years[1] else None


def _hijri_period(items: Sequence[Item]) -> Shape:
    shape: Shape = {"kind": "hijri_month", "hmonth": values(items, "H")[0]}
    if years := values(items, "h"):
        shape["hyear"] = years[0]
    offset = relative(items, "H")
    if offset is not None:
        shape["rel"] = offset
    if items[0].letter in _BOUNDS:
        shape["bound"] = _BOUNDS[items[0].letter]
    return shape


def _weekend(items: Sequence[Item]) -> Shape:
    shape: Shape = {"kind": "weekend", "weekday": values(items, "K")[0]}
    offset = relative(items, "K")
    return shape if offset is None else shape | {"rel": offset}


def _season(items: Sequence[Item]) -> Shape:
    return {"kind": "season", "season": values(items, "S")[0]}


def _anchor(items: Sequence[Item]) -> Shape:
    shape: Shape = {"kind": "anchor", "anchor": str(next(i.value for i in items if i.letter == "A"))}
    shape |= _year(items)
    offset = relative(items, "A")
    if offset is not None:
        shape["rel"] = offset
    if items[0].letter in _BOUNDS:
        shape["bound"] = _BOUNDS[items[0].letter]
    return shape


_READERS: dict[str, Callable[[Sequence[Item]], Shape | None]] = {
    "date": _date,
    "hijri_date": _hijri,
    "relday": _relday,
    "days": _days,
    "hijri_days": _hijri_days,
    "weekday": _weekdays,
    "tens": _tens,
    "length": length,
    "day_of_month": _day_of_month,
    "months": _months,
    "period": _period,
    "later": _later,
    "bound": _bound,
    "years": _years,
    "hijri_period": _hijri_period,
    "coming": span("coming"),
    "past": span("past"),
    "in": span("in"),
    "within": span("within"),
    "ago": span("ago"),
    "weekend": _weekend,
    "season": _season,
    "anchor": _anchor,
    "vague": lambda items: {"kind": "vague"},
    "sameday": lambda items: {"kind": "same_day", "offset": int(items[0].value)},
}
