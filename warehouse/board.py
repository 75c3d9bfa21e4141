"""What was known on a day: promises with their states, meetings with their witnesses, flags."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import duckdb

from transforms.resolve.days import Span
from transforms.watch.coverage import Coverage, DayCount
from transforms.watch.flags import AgreementSeen, Flag, MarksSeen, MeetingSeen, SignalSeen, SourceSeen, flags
from transforms.watch.fulfilment import Fulfilment
from transforms.watch.states import State, Verdict, counted_days, state
from warehouse import entities, views
from warehouse.linking import KINDS, Kind, as_pair, group_views, part_rounds
from warehouse.one_article import one_report
from warehouse.store import Row, fetch, sql

_KIND = {kind.name: kind for kind in KINDS}
_OF_SOME = frozenset({"tellings", "fulfilments", "cadences", "habits"})  # queries that can be asked of some promises


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that is judged as of one day."""

    as_of: date
    states: tuple[State, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Anew:
    """What is to be judged anew of a warehouse that knows nothing later than its day; the rest stands as it was."""

    meetings: tuple[str, ...]
    promises: tuple[str, ...]
    kept: frozenset[tuple[str, str]]  # code and article of every flag that stands on what is not judged


def board(con: duckdb.DuckDBPyConnection, as_of: date, anew: Anew | None = None) -> Board:
    """States and flags as of a day, from the reports and decisions known by then; of everything, or of what is new."""
    found = tuple(known.state for known in promises(con, as_of, anew.promises if anew else None))
    signals = [SignalSeen(**row) for row in _rows(con, "signals", as_of)]
    sources = [SourceSeen(**row) for row in _rows(con, "sources", as_of)]
    marks = [MarksSeen(**row) for row in _rows(con, "marks", as_of)]
    meetings = _meetings(con, as_of) if anew is None else _linked(con, anew.meetings)
    kept = anew.kept if anew else frozenset()
    agreements = _agreements(con, as_of) if anew is None else _undisclosed(con)
    standing = flags(signals, meetings, agreements, found, sources, marks, kept)
    return Board(as_of, found, standing)


def states(con: duckdb.DuckDBPyConnection, as_of: date) -> tuple[State, ...]:
    """The state of every promise known on a day, in order of their ids."""
    return tuple(known.state for known in promises(con, as_of))


@dataclass(frozen=True, slots=True)
class Known:
    """A promise as known on a day: its state, and all that was weighed."""

    state: State
    candidates: tuple[Fulfilment, ...]  # every event judged against any telling of it
    verdicts: tuple[Verdict, ...]


def promises(con: duckdb.DuckDBPyConnection, as_of: date, homes: Sequence[str] | None = None) -> tuple[Known, ...]:
    """Every promise known on a day, in order of their ids; or some, where nothing is known that came later."""
    tellings = {row["id"]: views.telling(row) for row in _rows(con, "tellings", as_of, homes)}
    verdicts = _verdicts(con, as_of)
    events = _events(con, as_of, homes, decided=bool(verdicts))
    groups = part_rounds(
        groups_as_of(con, "follow_up", as_of) if homes is None else _stored(con, homes),
        tellings,
        [event for judged in events.values() for event in judged],
        _pair_verdicts(con, "follow_up", as_of),
    )
    cadences = {row["report_id"]: row["cadence_days"] for row in _rows(con, "cadences", as_of, homes)}
    habits = {row["id"]: row["met"] for row in _rows(con, "habits", as_of, homes)}
    spans = counted_days(([tellings[member] for member in members] for members in groups), as_of)
    coverage = Coverage(DayCount(**row) for row in fetch(con.execute(sql("queries/board_coverage"), _read(spans))))
    found = []
    for members in groups:
        own = [event for member in members for event in events[member]]
        said = [verdict for member in members for verdict in verdicts[member]]
        known = state(
            [tellings[member] for member in members],
            own,
            said,
            as_of,
            coverage,
            next((cadences[member] for member in members if cadences.get(member)), None),
            habits.get(min(members, key=lambda member: (tellings[member].day, member)), 0),
        )
        if known is not None:
            found.append(Known(known, tuple(own), tuple(said)))
    return tuple(sorted(found, key=lambda known: known.state.promise.id))


def _read(spans: Sequence[Span]) -> dict[str, list[date]]:
    """Stretches of days of which it matters what was read."""
    return {"firsts": [span.first for span in spans], "lasts": [span.last for span in spans]}


def _events(
    con: duckdb.DuckDBPyConnection, as_of: date, homes: Sequence[str] | None, decided: bool
) -> dict[str, list[Fulfilment]]:
    """The events judged against each telling, and those that people named, whatever these were judged."""
    events: dict[str, list[Fulfilment]] = defaultdict(list)
    for row in _rows(con, "fulfilments", as_of, homes):
        events[row["promise_report_id"]].append(views.fulfilment(row))
    for row in _rows(con, "named_events", as_of) if decided else ():
        own = events[row["promise_report_id"]]
        if all(event.event.id != row["report_id"] for event in own):
            own.append(views.named_event(row))
    return events


def _verdicts(con: duckdb.DuckDBPyConnection, as_of: date) -> dict[str, list[Verdict]]:
    """What people decided about each telling; a word on one report of a meeting counts for all of them."""
    decided = _rows(con, "verdicts", as_of)
    same = {row["id"]: row["event"] for row in _rows(con, "same_event", as_of)} if decided else {}
    reports: dict[str, list[str]] = defaultdict(list)
    for report, event in same.items():
        reports[event].append(report)
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for row in decided:
        verdict = views.verdict(row)
        event = same.get(verdict.report_id or "")
        told = reports[event] if event else [verdict.report_id]
        verdicts[row["subject"]] += [replace(verdict, report_id=report) for report in told]
    return verdicts


def groups_as_of(con: duckdb.DuckDBPyConnection, name: str, as_of: date) -> list[tuple[str, ...]]:
    """The groups that reports of one kind form on a day.

    Where nothing is known that came later, these are the groups as stored; else they are formed anew from the pairs
    of reports known by then.
    """
    kind = _KIND[name]
    stored: dict[str, list[str]] = defaultdict(list)
    later: set[str] = set()
    if name == "follow_up":
        later |= {row["home"] for row in _rows(con, "kept_later", as_of)}
    for row in fetch(con.execute(sql(f"queries/board_{name}_members"))):
        if row["day"] <= as_of:
            stored[row["home"]].append(row["id"])
        else:
            later.add(row["home"])
    if not later:
        return [tuple(members) for members in stored.values()]
    touched = _reached(con, name, later, stored)
    settled = [tuple(members) for home, members in stored.items() if home not in touched]
    torn = [member for home, members in stored.items() if home in touched for member in members]
    return settled + (_regroup(con, kind, torn, as_of) if torn else [])


def _stored(con: duckdb.DuckDBPyConnection, homes: Sequence[str]) -> list[tuple[str, ...]]:
    found = fetch(con.execute(sql("queries/board_homes"), {"homes": list(homes)}))
    return [tuple(row["members"]) for row in found]


def _reached(
    con: duckdb.DuckDBPyConnection, name: str, later: set[str], stored: Mapping[str, Sequence[str]]
) -> set[str]:
    """The groups that any chain of links joins with a report that came later: without it they may be others."""
    around: dict[str, set[str]] = defaultdict(set)
    for row in fetch(con.execute(sql(f"queries/board_{name}_homes"))):
        around[row["a_home"]].add(row["b_home"])
        around[row["b_home"]].add(row["a_home"])
    reached, edge = set(later), set(later)
    while edge:
        edge = {near for home in edge for near in around[home]} - reached
        reached |= edge
    return reached & set(stored)


def _regroup(con: duckdb.DuckDBPyConnection, kind: Kind, members: Sequence[str], as_of: date) -> list[tuple[str, ...]]:
    rows = fetch(con.execute(sql(f"queries/board_{kind.name}_reports"), {"ids": list(members)}))
    seen = {row["id"]: kind.view(row) for row in rows}
    pairs = fetch(con.execute(sql("queries/board_links"), {"kind": kind.name, "ids": list(members)}))
    decided = _pair_verdicts(con, kind.name, as_of)
    own = {pair: same for pair, same in decided.items() if pair[0] in seen and pair[1] in seen}
    verdicts = one_report(rows) | own
    return list(group_views(kind, seen, [as_pair(row) for row in pairs], verdicts).groups)


def _pair_verdicts(con: duckdb.DuckDBPyConnection, kind: str, as_of: date) -> dict[tuple[str, str], bool]:
    decided = fetch(con.execute(sql("queries/board_link_verdicts"), {"kind": kind, "as_of": as_of}))
    return {(row["a"], row["b"]): row["same"] for row in decided}


def _meetings(con: duckdb.DuckDBPyConnection, as_of: date) -> list[MeetingSeen]:
    rows = {row["id"]: row for row in _rows(con, "meetings", as_of)}
    found = []
    for members in groups_as_of(con, "meeting", as_of):
        meeting = entities.meeting_rows([rows[member] for member in members])["core.meeting"][0]
        found.append(
            MeetingSeen(
                id=meeting["id"],
                article_id=rows[meeting["id"]]["article_id"],
                witnesses=meeting["witnesses"],
                reports=meeting["reports"],
                conflicts=tuple(meeting["conflicts"]),
            )
        )
    return found


def _linked(con: duckdb.DuckDBPyConnection, homes: Sequence[str]) -> list[MeetingSeen]:
    """Some meetings, as linking left them."""
    rows = fetch(con.execute(sql("queries/board_meeting_warned"), {"homes": list(homes)}))
    return [MeetingSeen(**{**row, "conflicts": tuple(row["conflicts"])}) for row in rows]


def _undisclosed(con: duckdb.DuckDBPyConnection) -> list[AgreementSeen]:
    """Instruments of which a report does not say whether they were signed, as linking left them."""
    rows = fetch(con.execute(sql("queries/board_undisclosed")))
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[row["agreement_id"]].append(row["id"])
    return _instruments({row["id"]: row for row in rows}, groups.values())


def _agreements(con: duckdb.DuckDBPyConnection, as_of: date) -> list[AgreementSeen]:
    rows = {row["id"]: row for row in _rows(con, "agreements", as_of)}
    return _instruments(rows, groups_as_of(con, "agreement", as_of))


def _instruments(rows: Mapping[str, Row], groups: Iterable[Sequence[str]]) -> list[AgreementSeen]:
    found = []
    for members in groups:
        own = [rows[member] for member in members]
        agreement = entities.agreement_rows(own)["core.agreement"][0]
        first = rows[agreement["id"]]
        found.append(
            AgreementSeen(
                agreement["id"], first["article_id"], agreement["status"], agreement["title"], first["anchor"]
            )
        )
    return found


def _rows(con: duckdb.DuckDBPyConnection, name: str, as_of: date, homes: Sequence[str] | None = None) -> list[Row]:
    """The rows known on a day; of some promises where these are named."""
    values: dict[str, Any] = {"as_of": as_of}
    if name in _OF_SOME:
        values["homes"] = None if homes is None else list(homes)
    return fetch(con.execute(sql(f"queries/board_{name}"), values))
