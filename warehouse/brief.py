"""What changed between two days, for a page to be read: promises, meetings, instruments, warnings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from transforms.watch.desks import Desk, Matter, concerns
from warehouse import entities
from warehouse.board import groups_as_of
from warehouse.query import Wanted, flags, follow_ups
from warehouse.store import Row, fetch, sql


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact with where it is told."""

    row: Mapping[str, Any]
    sources: tuple[Mapping[str, Any], ...]  # of each: day, witness, title, url, article


@dataclass(frozen=True, slots=True)
class Brief:
    """What a desk should know of the days after one day, up to another."""

    since: date
    as_of: date
    promises: tuple[Mapping[str, Any], ...]  # every promise of the desk, as lists show it
    before: Mapping[str, str]  # the state of each on the first day, by its id; missing: not known then
    meetings: tuple[Cited, ...]  # first told in these days
    agreements: tuple[Cited, ...]  # of which something was told in these days
    flags: tuple[Mapping[str, Any], ...]


def gather(con: duckdb.DuckDBPyConnection, since: date, as_of: date, desk: Desk | None = None) -> Brief:
    """Everything that a desk's brief tells, as known on the last of its days."""
    wanted = Wanted(desk=desk)
    articles = {row["id"]: row for row in fetch(con.execute(sql("queries/article_links"), {"as_of": as_of}))}
    people: dict[str, list[Row]] = {}
    for row in fetch(con.execute(sql("queries/brief_people"), {"as_of": as_of})):
        people.setdefault(row["report_id"], []).append(row)
    meetings = _things(con, "meeting", as_of, articles, people)
    agreements = _things(con, "agreement", as_of, articles, people)
    return Brief(
        since,
        as_of,
        tuple(follow_ups(con, as_of, wanted)),
        {row["id"]: row["status"] for row in follow_ups(con, since, wanted)},
        tuple(thing for thing in meetings if thing.row["day"] > since and _ours(desk, thing)),
        tuple(thing for thing in agreements if thing.row["last_day"] > since and _ours(desk, thing)),
        tuple(flag for flag in flags(con, as_of, desk=desk) if flag["severity"] != "info"),
    )


def _things(
    con: duckdb.DuckDBPyConnection,
    name: str,
    as_of: date,
    articles: Mapping[str, Row],
    people: Mapping[str, Sequence[Row]],
) -> Iterable[Cited]:
    """Meetings or instruments as they were known on a day, in order of the day on which they were first told."""
    reports = {row["id"]: row for row in fetch(con.execute(sql(f"queries/board_{name}s"), {"as_of": as_of}))}
    found = []
    for members in groups_as_of(con, name, as_of):
        own = sorted((reports[member] for member in members), key=lambda row: (row["day"], row["id"]))
        made = entities.meeting_rows(own) if name == "meeting" else entities.agreement_rows(own)
        (thing,) = made[f"core.{name}"]
        told = [person for row in own for person in _led(row, people)]
        extra = {
            "parties": sorted({party for row in own for party in row["parties"]}),
            "people": tuple({(p["party"], p["name"]): p for p in told}.values()),
        }
        found.append(Cited(dict(thing) | extra, _sources(own, articles)))
    return sorted(found, key=lambda cited: (cited.row["day"], cited.row["id"]))


def _led(row: Row, people: Mapping[str, Sequence[Row]]) -> Sequence[Row]:
    """Who led a meeting, or the one at which an instrument was signed."""
    return people.get(row["id"]) or people.get(row.get("meeting_report_id") or "", ())


def _sources(reports: Sequence[Row], articles: Mapping[str, Row]) -> tuple[Mapping[str, Any], ...]:
    by_article = {row["article_id"]: row for row in reversed(reports)}
    return tuple(
        {
            "day": row["day"].isoformat(),
            "witness": row["witness"],
            "article": key,
            "title": articles[key]["title"],
            "url": articles[key]["url"],
        }
        for key, row in sorted(by_article.items(), key=lambda pair: (pair[1]["day"], pair[0]))
    )


def _ours(desk: Desk | None, cited: Cited) -> bool:
    row = cited.row
    people = row["people"]
    matter = Matter(
        frozenset(row["parties"]),
        frozenset(person["portfolio"] for person in people if person["portfolio"]),
        frozenset(person["office"] for person in people),
        tuple(person["name"] for person in people),
        tuple(filter(None, (row.get("framework"), row.get("title")))),
    )
    return desk is None or concerns(desk, matter)
