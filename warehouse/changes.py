"""What changed between two days: new, merged, split, restated, corrected, or in another state; and each time why."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from warehouse.linking import KINDS, Kind
from warehouse.past import open_past
from warehouse.store import Store

NEWS, CODE, PERSON, TIME = "new report", "new code", "a person", "time"
# Counts that every further report changes; they are no news of their own.
_COUNTS = frozenset("reports witnesses names last_day reviewed id day single_source one_sided slips".split())
_STATEMENTS = frozenset("window_start window_end modality status legal_stage".split())


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not what it was."""

    what: str  # new, gone, merged, split, restated, corrected or state
    kind: str  # meeting, agreement, follow_up or person
    id: str
    cause: str
    detail: str  # in words: what it was and what it is
    reports: tuple[str, ...] = ()  # those that are the cause; empty: none
    values: tuple[tuple[str, str | None, str | None], ...] = ()  # name, what it was, what it is; null: none
    parts: tuple[str, ...] = ()  # ids of what was merged, or of what it is split into


@dataclass(frozen=True, slots=True)
class _View:
    """One kind as of a day."""

    homes: Mapping[str, str]  # of each report
    days: Mapping[str, date]
    things: Mapping[str, Mapping[str, Any]]

    def members(self, home: str) -> set[str]:
        return {report for report, own in self.homes.items() if own == home}


def changes(snapshot: Path, since: date, until: date) -> list[dict[str, Any]]:
    """What is another thing as of `until` than as of `since`, each with its cause, in order of kind and id."""
    with open_past(snapshot, since) as then, open_past(snapshot, until) as now:
        told = _Causes(now, since)
        found = [change for kind in KINDS for change in _of_kind(kind, then, now, told)]
        found += [*_states(then, now, told), *_reread(now, since, until)]
    return [asdict(change) for change in sorted(found, key=lambda c: (c.kind, c.what, c.id))]


class _Causes:
    """Who or what changed a thing."""

    def __init__(self, now: Store, since: date) -> None:
        self.since = since
        rows = now.rows("queries/changes_decided", {"since": since})
        self._decided = {row[name] for row in rows for name in ("subject", "other") if row[name]}

    def of(self, members: set[str], days: Mapping[str, date]) -> tuple[str, tuple[str, ...]]:
        """The cause, and the reports that are one."""
        if members & self._decided:
            return PERSON, ()
        return NEWS, tuple(sorted(report for report in members if report in days and days[report] > self.since))


def _of_kind(kind: Kind, then: Store, now: Store, told: _Causes) -> Iterator[Change]:
    old, new = _view(kind, then), _view(kind, now)
    by_home: dict[str, set[str]] = {}
    for report, home in new.homes.items():
        by_home.setdefault(home, set()).add(report)
    became: dict[str, set[str]] = {}
    for report, home in old.homes.items():
        if report in new.homes:
            became.setdefault(home, set()).add(new.homes[report])
    for home, members in sorted(by_home.items()):
        cause, reports = told.of(members, new.days)
        was = sorted({old.homes[report] for report in members if report in old.homes})
        if not was:
            yield Change("new", kind.name, home, cause, _named(kind, new.things[home]), reports)
        elif len(was) > 1:
            yield Change("merged", kind.name, home, cause, f"was {', '.join(was)}", reports, parts=tuple(was))
        elif len(became[was[0]]) == 1:
            yield from _values(kind, old.things[was[0]], new.things[home], cause, reports)
    for home, parts in sorted(became.items()):
        if len(parts) > 1:
            members = {report for part in parts for report in by_home[part]} | old.members(home)
            cause, reports = told.of(members, new.days)
            ids = tuple(sorted(parts))
            yield Change("split", kind.name, home, cause, f"is now {', '.join(ids)}", reports, parts=ids)


def _values(
    kind: Kind, was: Mapping[str, Any], now: Mapping[str, Any], cause: str, reports: tuple[str, ...]
) -> Iterator[Change]:
    differs = [name for name in now if name not in _COUNTS and was.get(name) != now[name]]
    said = [name for name in differs if name in _STATEMENTS and kind.name in ("agreement", "follow_up")]
    for what, names in (("restated", said), ("corrected", [name for name in differs if name not in said])):
        if names:
            values = _changed(names, was, now)
            yield Change(what, kind.name, str(now["id"]), cause, _detail(values), reports, values)


def _states(then: Store, now: Store, told: _Causes) -> Iterator[Change]:
    """Promises that stand otherwise: by a person, by a report, or because the day came."""
    before = {row["follow_up_id"]: row for row in then.rows("queries/changes_states")}
    homes = _view(next(kind for kind in KINDS if kind.name == "follow_up"), now)
    for row in now.rows("queries/changes_states"):
        was = before.get(row["follow_up_id"])
        if was is None or was["status"] == row["status"]:
            continue
        cause, reports = told.of(homes.members(row["follow_up_id"]), homes.days)
        if cause == NEWS and row["report_day"] is not None and row["report_day"] > told.since:
            reports = (*reports, row["report_id"])
        if cause == NEWS and not reports:
            cause = TIME
        detail = f"{was['status']} → {row['status']}: {row['explanation']}"
        yield Change("state", "follow_up", row["follow_up_id"], cause, detail, reports)


def _reread(now: Store, since: date, until: date) -> Iterator[Change]:
    """Reports that a new version of the extractor read otherwise in the same words."""
    for row in now.rows("queries/changes_reread", {"since": since, "until": until}):
        was, then = (json.loads(row[name]) if row[name] else None for name in ("before", "after"))
        if was is None or then is None:
            detail = "not read before" if was is None else "no longer read"
            yield Change("new" if was is None else "gone", row["kind"], row["report_id"], CODE, detail)
            continue
        names = sorted(name for name in {*was, *then} if was.get(name) != then.get(name))
        values = _changed(names, was, then)
        yield Change("corrected", row["kind"], row["report_id"], CODE, _detail(values), values=values)


def _view(kind: Kind, store: Store) -> _View:
    rows = store.rows("queries/changes_homes", table=kind.table, column=kind.column)
    things = store.rows("queries/changes_things", table=kind.tables[0])
    return _View(
        {row["id"]: row["home"] for row in rows},
        {row["id"]: row["day"] for row in rows},
        {row["id"]: row for row in things},
    )


def _named(kind: Kind, thing: Mapping[str, Any]) -> str:
    names = {
        "meeting": ("date", "city", "country"),
        "agreement": ("type", "status", "title"),
        "follow_up": ("quote",),
        "person": ("name", "party"),
    }
    return " ".join(str(thing[name]) for name in names[kind.name] if thing[name])


def _changed(
    names: Iterable[str], was: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[tuple[str, str | None, str | None], ...]:
    return tuple((name, _plain(was.get(name)), _plain(now.get(name))) for name in names)


def _detail(values: Iterable[tuple[str, str | None, str | None]]) -> str:
    return "; ".join(f"{name}: {was or 'none'} → {now or 'none'}" for name, was, now in values)


def _plain(value: Any) -> str | None:
    if isinstance(value, list):
        return " ".join(str(entry) for entry in value) or None
    return None if value is None else str(value)
