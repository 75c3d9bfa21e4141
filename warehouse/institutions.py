"""Institutions and organisations: what reports name beside people and bodies, one row each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from transforms.ids import normal, row_id
from transforms.lexicon.schema import ORGANISATIONS
from transforms.resolve.members import memberships
from transforms.vocabulary import Portfolio
from warehouse.load import merge
from warehouse.store import Row, Store

_CODES = sorted(ORGANISATIONS)
_FIELDS = frozenset(portfolio.value for portfolio in Portfolio)


def note_fresh(store: Store, held: str, named: str) -> bool:
    """Keep what is new before it is linked; whether everything else stands as it was when it was last counted.

    Args:
        store: the writer.
        held: the first day of reports of meetings that wait for linking.
        named: the first day of participations that wait for their person.
    """
    store.run("queries/mention_fresh", held=held, named=named)
    counts = store.rows("queries/mention_counts")[0]
    before = [counts[name] - counts["fresh_" + name] for name in ("meetings", "participations")]
    return bool(counts["known"] == _counted(before))


def refresh_institutions(store: Store, *, grown: bool) -> None:
    """Bring the tables of institutions and organisations in line with the reports.

    Args:
        store: the writer; what is new was noted before it was linked.
        grown: whether there is only more than there was: then what is new is counted on to the rows as they are.
    """
    institutions = _institutions(store, "fresh_participation" if grown else "core.participation")
    organisations = _organisations(store, "fresh_meeting" if grown else "core.meeting_report")
    if grown and (known := _known(store, "core.institution", institutions)):
        if any(_ambiguous(row) for row in (*institutions, *known)):
            institutions, grown = _institutions(store, "core.participation"), False
        else:
            institutions = _named(store, known, institutions)
    if not grown:
        organisations = _organisations(store, "core.meeting_report")
    else:
        organisations += _known(store, "core.organisation", organisations)
    for table, rows in (("core.institution", institutions), ("core.organisation", organisations)):
        merge(store, table, _earliest(rows), key=("id",))
        if not grown:
            store.run("queries/drop_missing", target=table, staged="stage_" + table.replace(".", "_"))
    _renew_members(store)
    counts = store.rows("queries/mention_counts")[0]
    store.run("queries/mention_counted", {"mentions": _counted([counts["meetings"], counts["participations"]])})


def _counted(counts: Iterable[int]) -> str:
    return " ".join([row_id("organisations", *_CODES), *map(str, counts)])


def _institutions(store: Store, participations: str) -> list[Row]:
    return [
        dict(row) | {"id": row_id("institution", row["party"], row["portfolio"] or normal(row["name"]))}
        for row in store.rows("queries/institution_mentions", participations=participations)
    ]


def _organisations(store: Store, meetings: str) -> list[Row]:
    return [
        dict(row) | {"id": row_id("organisation", row["code"], normal(row["name"]) if row["name"] else None)}
        for row in store.rows("queries/organisation_mentions", {"organisations": _CODES}, meetings=meetings)
    ]


def _known(store: Store, table: str, rows: Sequence[Row]) -> list[Row]:
    """The rows that stand already of what is told."""
    return store.rows("queries/mentions_known", {"ids": sorted({row["id"] for row in rows})}, table=table)


def _ambiguous(row: Row) -> bool:
    """Whether an institution is called like a field of ministries: one without a field would share their id."""
    return normal(row["name"] or "") in _FIELDS


def _named(store: Store, known: Sequence[Row], fresh: Sequence[Row]) -> list[Row]:
    """New mentions and the rows that stand, with ministries under the names of their first mention that has one."""
    by_id = {row["id"]: row for row in known if row["portfolio"] is not None}
    open_ids = {
        row["id"]
        for row in fresh
        if (before := by_id.get(row["id"])) and before["name"] and row["name"] not in (None, before["name"])
        and row["day"] <= before["last_day"]
    }  # fmt: skip
    asked = sorted(f"{by_id[key]['party']} {by_id[key]['portfolio']}" for key in open_ids)
    found = store.rows("queries/institution_names", {"ministries": asked}) if asked else []
    names = {row["id"]: row["name"] for row in fresh if row["portfolio"] is not None}
    names |= {key: row["name"] for key, row in by_id.items() if row["name"]}
    names |= {row_id("institution", row["party"], row["portfolio"]): row["name"] for row in found}
    return [dict(row) | {"name": names.get(row["id"], row["name"])} for row in (*known, *fresh)]


def _earliest(rows: Sequence[Row]) -> list[Row]:
    """One row an id: the first mention's values, with the last day of all."""
    by_id: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (row["day"], row["name"] or "")):
        kept = by_id.setdefault(row["id"], dict(row))
        kept["last_day"] = max(kept["last_day"], row["last_day"])
        kept["name"] = kept["name"] or row["name"]
    return list(by_id.values())


def _renew_members(store: Store) -> None:
    """Members of the organisations that reports name, by code or name."""
    ids = {_known_as(row): row["id"] for row in store.rows("queries/organisation_names")}
    rows = [
        {"organisation_id": ids[key], "party": known.party, "since": known.since, "until": known.until}
        for known in memberships()
        if (key := normal(known.organisation)) in ids
    ]
    store.stage("core.organisation_member", rows)
    store.run("queries/renew_members")


def _known_as(row: Mapping[str, Any]) -> str:
    return normal(row["name"] if row["code"] == "ORG" and row["name"] else row["code"])
