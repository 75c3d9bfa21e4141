"""Reads lengths of time: counted from the day of publication ("within two weeks"), or how long something lasts."""

from collections.abc import Callable, Sequence

from transforms.time.items import Shape, relative, values
from transforms.time.words import Item

_UNITS = {"g": "day", "k": "week", "m": "month", "a": "year", "B": "hour"}


def span(mode: str) -> Callable[[Sequence[Item]], Shape | None]:
    """A reader of a length of time counted from the day of publication."""

    def reader(items: Sequence[Item]) -> Shape | None:
        unit = next(item for item in items if item.letter in _UNITS)
        name = _UNITS[unit.letter]
        counts = [int(item.value) for item in items if item.letter in "cdn"]
        few = any(item.letter == "N" for item in items)
        number = counts[0] if counts and not few else int(unit.value)
        definite = unit.name.endswith("_def")
        if not counts and not few and number == 1 and (mode in ("coming", "past") or (definite and mode == "within")):
            return _single(items, name, mode)
        if mode == "past" and any(item.letter == "o" and item.value != -1 for item in items):
            return None
        if number > (2 if mode == "in" and name == "year" else 400):
            return None
        return {"kind": "span", "mode": mode, "unit": name, "count": 0 if few else number}

    return reader


def _single(items: Sequence[Item], unit: str, mode: str) -> Shape | None:
    """ "Next week", "last month", خلال الشهر: one unit of the calendar."""
    letter = next(key for key, name in _UNITS.items() if name == unit)
    offset = relative(items, letter)
    offset = {"coming": 1, "past": -1, "within": 0}[mode] if offset is None else offset
    if unit == "day":
        return {"kind": "relday", "offset": offset}
    if unit == "hour":
        return {"kind": "span", "mode": mode, "unit": unit, "count": 1}
    if any(item.letter == "o" for item in items):
        return None
    return {"kind": unit, f"{unit}_rel": offset}


def length(items: Sequence[Item]) -> Shape | None:
    """How many days something lasts: no window by itself."""
    unit = next(item for item in items if item.letter in _UNITS)
    count = (values(items, "cd") or [int(unit.value)])[0]
    days = count * {"g": 1, "k": 7}.get(unit.letter, 0)
    return {"kind": "length", "days": days} if 1 <= days <= 14 else None
