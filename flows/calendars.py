"""Promises as iCalendar: one entry a window, under the promise's own id, so that a later file renews it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

_OPEN = frozenset({"open", "due", "overdue", "postponed", "cancelled"})
_FIRM = frozenset({"scheduled", "expected"})


def calendar_of(rows: Sequence[Mapping[str, Any]], as_of: date, desk: str | None = None) -> bytes:
    """The calendar of the promises that are dated and not settled.

    Args:
        rows: promises as lists show them.
        as_of: the day as of which they are shown; the stamp of every entry.
        desk: whose calendar it is; null: everybody's.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Liqaa//Follow-ups//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Liqaa: {desk}" if desk else "Liqaa")
    for row in sorted(rows, key=lambda row: (row["window_start"] or "", row["id"])):
        if in_calendar(row):
            calendar.add_component(_event(row, as_of))
    data: bytes = calendar.to_ical()
    return data


def in_calendar(row: Mapping[str, Any]) -> bool:
    """Whether a promise is dated and not settled."""
    return row["window_start"] is not None and row["status"] in _OPEN


def _event(row: Mapping[str, Any], as_of: date) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row['id']}@liqaa")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", date.fromisoformat(row["window_start"]))
    event.add("dtend", date.fromisoformat(row["window_end"]) + timedelta(days=1))  # the end is the day after
    event.add("summary", f"{'–'.join(row['parties'])}: {_what(row)} ({row['status']})")
    event.add("description", "\n".join(_lines(row)))
    event.add("categories", [row["kind"], row["status"]])
    event.add("status", "CANCELLED" if row["status"] == "cancelled" else _firmness(row))
    event.add("transp", "TRANSPARENT")  # a window blocks nobody's day
    if row["place"]:
        event.add("location", row["place"])
    if row["sources"] and row["sources"][0]["url"]:
        event.add("url", row["sources"][0]["url"])
    return event


def _what(row: Mapping[str, Any]) -> str:
    number = f"session {row['session_no']} of " if row["session_no"] else ""
    portfolio = f", {row['portfolio'].replace('_', ' ')}" if row["portfolio"] else ""
    return f"{number}{row['body'] or row['kind']}{portfolio}"


def _firmness(row: Mapping[str, Any]) -> str:
    return "CONFIRMED" if row["commitment"] and row["modality"] in _FIRM else "TENTATIVE"


def _lines(row: Mapping[str, Any]) -> list[str]:
    who = row["speaker"] or row["attribution"] or "entered by hand"
    said = who if row["commitment"] else f"{who}; nobody bound by it says so"
    cited = [f"{told['day']} {told['witness']}: {told['url'] or told['article']}" for told in row["sources"]]
    return [f"“{row['quote']}”", f"Said by: {said}", row["explanation"], *cited, f"Promise {row['id']}"]
