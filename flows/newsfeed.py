"""New meetings and flags as an Atom feed: one entry each, under its own id, so that readers see it once."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

# What XML cannot hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Entry = Mapping[str, str]


def entries_of(meetings: Sequence[Mapping[str, Any]], flags: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The entries of the feed, the latest first: id, title, day, link (empty: none) and summary."""
    found = [_of_meeting(row) for row in meetings] + [_of_flag(row) for row in flags]
    clean = [{name: " ".join(_NO_XML.sub("", value).split()) for name, value in entry.items()} for entry in found]
    clean.sort(key=lambda entry: entry["id"])
    return sorted(clean, key=lambda entry: entry["day"], reverse=True)


def atom_of(entries: Sequence[Entry], as_of: date) -> bytes:
    """The feed.

    Args:
        entries: what it holds.
        as_of: the day as of which it is told, its stamp where it holds nothing.
    """
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id("urn:liqaa:news")
    feed.title("Liqaa: new meetings and flags")
    feed.author({"name": "Liqaa"})
    feed.updated(_stamp(entries[0]["day"] if entries else as_of.isoformat()))
    for told in entries:
        entry = feed.add_entry(order="append")
        entry.id(told["id"])
        entry.title(told["title"])
        entry.updated(_stamp(told["day"]))
        entry.content(told["summary"], type="text")
        if told["link"]:
            entry.link(href=told["link"])
    data: bytes = feed.atom_str(pretty=True)
    return data


def _of_meeting(row: Mapping[str, Any]) -> dict[str, str]:
    place = row["city"] or row["country"]
    how = "" if row["form"] == "in_person" else f" ({row['form']})"
    people = "; ".join(row["people"] or ())
    topics = ", ".join(topic.replace("_", " ") for topic in row["topics"] or ())
    said = [people, topics, f"Told by {row['witnesses']} witness{'es' if row['witnesses'] > 1 else ''}", row["title"]]
    return {
        "id": f"urn:liqaa:meeting:{row['id']}",
        "title": f"{'–'.join(row['parties'] or ())} met{how}: {row['date'] or 'day not told'}{_in(place)}",
        "day": row["first_told"].isoformat(),
        "link": row["url"] or "",
        "summary": ". ".join(part for part in said if part),
    }


def _of_flag(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "id": f"urn:liqaa:flag:{row['id']}",
        "title": f"{row['severity']}: {row['code'].replace('_', ' ')}",
        "day": row["first_seen"],
        "link": row["url"] or "",
        "summary": ". ".join(part for part in (row["detail"], row["quote"], row["title"]) if part),
    }


def _in(place: str | None) -> str:
    return f", {place}" if place else ""


def _stamp(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
