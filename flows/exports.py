"""Exports of the snapshot: tables, the calendar and the feed, each read back before it is put in place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

TABLES = ("parquet", "csv", "jsonl", "datapackage")
FORMATS = (*TABLES, "ical", "atom")
_MOST = 200  # meetings in the feed: readers ask often and keep what they saw


def export(con: "duckdb.DuckDBPyConnection", form: str, folder: Path, as_of: date, wanted: Sequence[str]) -> list[Path]:
    """Write one format into a folder; the files.

    Args:
        con: the snapshot, or the past, from which our own statements may write files.
        form: one of FORMATS.
        folder: where the files go.
        as_of: the day as of which states and flags are told.
        wanted: tables and views; empty: all.

    Raises:
        ExportError: a file could not be written, or did not read back as it should; nothing was put in place then.
    """
    from warehouse.export.placing import aside

    makers: dict[str, Callable[[], list[Path]]]
    with aside(folder) as own:
        makers = {
            "ical": lambda: [_calendar(con, own, as_of)],
            "atom": lambda: [_feed(con, own, as_of)],
        }
        paths = makers[form]() if form in makers else _tables(con, form, own, as_of, wanted)
        return [folder / path.relative_to(own) for path in paths]


def _tables(
    con: "duckdb.DuckDBPyConnection", form: str, folder: Path, as_of: date, wanted: Sequence[str]
) -> list[Path]:
    from warehouse.export import package, tables
    from warehouse.export.resources import resources

    chosen = resources(con, wanted)
    if form == "datapackage":
        return package.write_package(con, chosen, folder, as_of)
    formats = {"parquet": tables.PARQUET, "csv": tables.CSV, "jsonl": tables.LINES}
    return tables.write_tables(con, chosen, formats[form], folder)


def _calendar(con: "duckdb.DuckDBPyConnection", folder: Path, as_of: date) -> Path:
    from flows.calendars import calendar_of, in_calendar
    from warehouse.query import follow_ups

    rows = [row for row in follow_ups(con, as_of) if in_calendar(row)]
    path = folder / "follow-ups.ics"
    path.write_bytes(calendar_of(rows, as_of))
    after = timedelta(days=1)
    expected = {
        f"{row['id']}@liqaa": (
            date.fromisoformat(row["window_start"]),
            date.fromisoformat(row["window_end"]) + after,
            (row["kind"], row["status"]),
        )
        for row in rows
    }
    _same(path, expected, _calendar_read(path))
    return path


def _calendar_read(path: Path) -> dict[str, Any]:
    from icalendar import Calendar

    events: list[Any] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {
        str(event["uid"]): (event["dtstart"].dt, event["dtend"].dt, tuple(map(str, event["categories"].cats)))
        for event in events
    }


def _feed(con: "duckdb.DuckDBPyConnection", folder: Path, as_of: date) -> Path:
    from flows.newsfeed import atom_of, entries_of
    from warehouse.export.news import latest_meetings
    from warehouse.query import flags

    entries = entries_of(latest_meetings(con, _MOST), flags(con, as_of))
    path = folder / "news.atom"
    path.write_bytes(atom_of(entries, as_of))
    expected = {told["id"]: (told["title"], told["day"], told["link"], told["summary"]) for told in entries}
    _same(path, expected, _feed_read(path))
    return path


def _feed_read(path: Path) -> dict[str, Any]:
    from lxml import etree

    name = "{http://www.w3.org/2005/Atom}"
    found = {}
    for entry in etree.parse(str(path)).getroot().iter(f"{name}entry"):
        link = entry.find(f"{name}link")
        said = {key: entry.findtext(f"{name}{key}") or "" for key in ("id", "title", "updated", "content")}
        found[said["id"]] = (
            said["title"],
            said["updated"][:10],
            "" if link is None else link.get("href"),
            said["content"],
        )
    return found


def _same(path: Path, expected: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    from warehouse.export.placing import ExportError

    for key in sorted({*expected, *found}):
        if expected.get(key) != found.get(key):
            raise ExportError(
                f"{path.name}, entry {key}: it reads back as another one than was written.",
                advice="Nothing was put in place; the files there are as before.",
            )
