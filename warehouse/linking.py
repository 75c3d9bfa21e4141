"""Linking: which reports tell of one thing, which events fulfil promises; only what is new or touched is looked at."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from transforms.ids import normal
from transforms.lexicon.schema import ORGANISATIONS
from transforms.resolve.groups import Decision, Grouping, Judgement, Pair, group
from transforms.resolve.names import name_keys
from transforms.resolve.same_agreement import same_agreement
from transforms.resolve.same_meeting import same_meeting
from transforms.resolve.same_person import same_person
from transforms.resolve.same_promise import is_vague, same_promise
from transforms.resolve.sounds import script_of
from transforms.watch import fulfilment
from transforms.watch.promises import Telling
from transforms.watch.rounds import rounds
from warehouse import entities, views
from warehouse.bodies import refresh_bodies
from warehouse.corrections import obey
from warehouse.institutions import note_fresh, refresh_institutions
from warehouse.load import merge
from warehouse.near import close_over_links
from warehouse.one_article import one_report
from warehouse.rows import LinkSummary
from warehouse.store import Row, Store
from warehouse.targets import refresh_targets

LINKER_VERSION = "6"  # raise it when a rule or weight changes: then everything is linked anew
_EVER = "0001-01-01"  # everything is of this day or a later one
_NEVER = "9999-12-31"  # nothing is of this day or a later one
_KEEP = 0.4  # pairs below this score are not stored


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that reports are linked to."""

    name: str  # also the prefix of its query files
    table: str  # of the reports
    column: str  # that names the thing a report belongs to
    view: Callable[[Row], Any]
    judge: Callable[[Any, Any], Judgement]
    vague: Callable[[Any], bool]
    rows: Callable[[Sequence[Row]], entities.Rows]
    tables: tuple[str, ...]  # of the thing: its own table first


KINDS = (
    Kind(
        "meeting",
        "core.meeting_report",
        "meeting_id",
        views.meeting_view,
        same_meeting,
        lambda view: bool(view.vague),
        entities.meeting_rows,
        ("core.meeting", "core.meeting_party", "core.meeting_topic"),
    ),
    Kind(
        "agreement",
        "core.agreement_report",
        "agreement_id",
        views.agreement_view,
        same_agreement,
        lambda view: bool(view.vague),
        entities.agreement_rows,
        ("core.agreement", "core.agreement_party", "core.signatory", "core.agreement_step"),
    ),
    Kind(
        "follow_up",
        "core.follow_up_report",
        "follow_up_id",
        views.telling,
        same_promise,
        is_vague,
        entities.follow_up_rows,
        ("core.follow_up", "core.follow_up_party"),
    ),
    Kind(
        "person",
        "core.person_name",
        "person_id",
        views.name_view,
        same_person,
        lambda view: bool(view.vague),
        entities.person_rows,
        ("core.person",),
    ),
)


def link_reports(store: Store) -> LinkSummary:
    """Link every report that is new or was let go, in one transaction; nothing to do leaves every row as it is."""
    with store.transaction():
        _obey_version(store)
        refresh_targets(store)
        waits = {name: day.isoformat() for name, day in store.rows("queries/waiting_since")[0].items()}
        grown = note_fresh(store, waits["meeting"], waits["participation"])
        pairs = review = 0
        if min(waits.values()) < _NEVER:
            pairs, review = _link_waiting(store, waits)
        store.run("queries/signatory_links")
        refresh_bodies(store, LINKER_VERSION)
        refresh_institutions(store, grown=grown)
    counts = store.rows("queries/linked_counts")[0]
    return LinkSummary(**counts, pairs=pairs, review=review)


def _link_waiting(store: Store, waits: Mapping[str, str]) -> tuple[int, int]:
    """Link what waits, of which these are the first days by kind; how many pairs were compared, and are in doubt."""
    pairs = _judge_events(store, waits)
    named = waits["participation"]
    _refresh_names(store, named)
    review = 0
    since = {}
    for kind in KINDS:
        compared, doubtful, since[kind.name] = _link_kind(store, kind, waits.get(kind.name, _EVER))
        store.run("queries/link_done", kind=kind.name)
        pairs += compared
        review += doubtful
    store.run("queries/participation_links", since=since["meeting"], named=named)
    return pairs, review


def _obey_version(store: Store) -> None:
    """Let go of every link that other rules made."""
    if store.rows("queries/linker_version", {"version": LINKER_VERSION})[0]["known"]:
        return
    for kind in KINDS:
        store.run("queries/link_anew", table=kind.table, column=kind.column)
        for table in kind.tables:
            store.run("queries/link_empty", table=table)
    store.run("queries/link_names_anew")
    store.run("queries/linker_renew", {"version": LINKER_VERSION})


def _link_kind(store: Store, kind: Kind, waits: str) -> tuple[int, int, str]:
    """Compare, group and write one kind, of which nothing waits that is older than a day; how many pairs were compared,
    how many are in doubt, and the first day of all that was affected, before which nothing needs to be looked at.
    """
    names = {"table": kind.table, "column": kind.column, "kind": kind.name}
    store.run("queries/link_waiting", **names, first=waits)
    if kind.name == "follow_up":
        store.run("queries/link_kept_anew")
    store.run("queries/link_waits")
    first = store.rows("queries/link_size")[0]["first_day"]
    if first is None:
        return 0, 0, _NEVER
    store.run(f"queries/link_{kind.name}_pairs", since=first.isoformat(), **_span(store, kind, first.isoformat()))
    names["since"] = close_over_links(store, names | {"thing": kind.tables[0]}, first)
    rows = {row["id"]: row for row in store.rows(f"queries/link_{kind.name}_reports", since=names["since"])}
    seen = {key: kind.view(row) for key, row in rows.items()}
    pairs = [_judged(kind, seen, row["a"], row["b"]) for row in store.rows("queries/link_candidates")]
    _write_pairs(store, names, seen, pairs)
    known = [as_pair(row) for row in store.rows("queries/link_known", kind=kind.name, since=names["since"])]
    verdicts = one_report(rows.values()) | _verdicts(store, kind.name, seen)
    grouping = group_views(kind, seen, known, verdicts)
    groups = grouping.groups
    if kind.name == "follow_up":
        kept = store.rows("queries/link_kept", {"ids": list(seen), "since": names["since"]})
        groups = part_rounds(groups, seen, [views.fulfilment(row) for row in kept], verdicts)
    _write_groups(store, kind, names, rows, groups)
    return len(pairs), len(grouping.review), names["since"]


def _span(store: Store, kind: Kind, since: str) -> dict[str, str]:
    """The days that meetings which wait may have been held on: of the others none is compared."""
    if kind.name != "meeting":
        return {}
    return {name: day.isoformat() for name, day in store.rows("queries/link_meeting_span", since=since)[0].items()}


def group_views(
    kind: Kind, seen: Mapping[str, Any], pairs: Iterable[Pair], verdicts: Mapping[tuple[str, str], bool]
) -> Grouping:
    """The groups that these reports form, from pairs that were compared before."""
    return group(
        seen,
        pairs,
        lambda a, b: kind.judge(seen[a], seen[b]),
        vague=frozenset(key for key, view in seen.items() if kind.vague(view)),
        verdicts=verdicts,
    )


def part_rounds(
    groups: Sequence[tuple[str, ...]],
    seen: Mapping[str, Telling],
    kept: Iterable[fulfilment.Fulfilment],
    verdicts: Mapping[tuple[str, str], bool],
) -> tuple[tuple[str, ...], ...]:
    """Groups of tellings, parted where an event kept the promise before it was made anew; a person's word joins."""
    events: dict[str, list[fulfilment.Fulfilment]] = {}
    for event in kept:
        events.setdefault(event.telling_id, []).append(event)

    def joined(a: str, b: str) -> bool:
        return verdicts.get((min(a, b), max(a, b)), False)

    found = []
    for members in groups:
        parted = rounds([seen[member] for member in members], events, joined)
        found += [tuple(sorted(telling.id for telling in own)) for own in parted]
    return tuple(found)


def _judged(kind: Kind, seen: Mapping[str, Any], a: str, b: str) -> Pair:
    return Pair(a, b, kind.judge(seen[a], seen[b]))


def _write_pairs(store: Store, names: Mapping[str, str], seen: Mapping[str, Any], pairs: Sequence[Pair]) -> None:
    rows = [
        {
            "kind": names["kind"],
            "a": pair.a,
            "b": pair.b,
            "day": max(seen[pair.a].day, seen[pair.b].day),
            "score": pair.judgement.score,
            "decision": pair.judgement.decision.value,
            "hard": pair.judgement.hard,
            "reasons": list(pair.judgement.reasons),
        }
        for pair in pairs
        if pair.judgement.decision is not Decision.DIFFERENT or pair.judgement.score >= _KEEP
    ]
    store.run("queries/link_forget", kind=names["kind"], since=names["since"])
    if rows:
        store.run("queries/append", target="core.report_link", staged=store.stage("core.report_link", rows))


def as_pair(row: Row) -> Pair:
    """A row of core.report_link."""
    judgement = Judgement(row["score"], Decision(row["decision"]), row["hard"], tuple(row["reasons"]))
    return Pair(row["a"], row["b"], judgement)


def _verdicts(store: Store, kind: str, seen: Mapping[str, Any]) -> dict[tuple[str, str], bool]:
    """What people decided about pairs of these reports, the last word on each pair."""
    decided = store.rows("queries/link_verdicts", {"kind": kind})
    return {(r["a"], r["b"]): r["same"] for r in decided if r["a"] in seen and r["b"] in seen}


def _write_groups(
    store: Store, kind: Kind, names: Mapping[str, str], rows: Mapping[str, Row], groups: Sequence[tuple[str, ...]]
) -> None:
    out: entities.Rows = {table: [] for table in kind.tables}
    belongs = []
    words = store.rows("queries/link_words", {"kind": kind.name})
    for members in _changed(kind, rows, groups):
        made = kind.rows([rows[member] for member in members])
        said = [word for word in words if word["subject"] in members]
        if said:
            obey(kind.name, made[kind.tables[0]][0], said)
        for table, own in made.items():
            out[table] += own
        home = made[kind.tables[0]][0]["id"]
        belongs += [{"id": member, "day": rows[member]["day"], kind.column: home} for member in members]
    staged = store.stage(kind.table, belongs)
    for table in kind.tables:
        key = "id" if table == kind.tables[0] else kind.column
        whose = {"key": key, "reports": kind.table, "column": kind.column}
        store.run("queries/link_drop", table=table, staged=staged, **whose, since=names["since"])
    store.run("queries/link_assign", table=kind.table, column=kind.column, staged=staged, since=names["since"])
    for table, own in out.items():
        if own:
            store.run("queries/append", target=table, staged=store.stage(table, own))


def _changed(kind: Kind, rows: Mapping[str, Row], groups: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The groups that are not what is stored: a report that was read anew, or of which people spoke, was let go."""
    stored = Counter(row[kind.column] for row in rows.values())
    changed = []
    for members in groups:
        homes = {rows[member][kind.column] for member in members}
        if None in homes or len(homes) > 1 or stored[homes.pop()] != len(members):
            changed.append(members)
    return changed


def _refresh_names(store: Store, named: str) -> None:
    """Bring the spellings of new participations up to date; their people wait for linking. `named`: their first day."""
    found = store.rows("queries/name_changes", since=named)
    fresh = [row["id"] for row in found if row["fresh"]]
    staged = store.stage("core.person_name", [dict(row) | _spelled(row["name"]) for row in found])
    store.run("queries/name_fresh", {"ids": fresh})
    store.run("queries/name_release", staged=staged)
    if found:
        store.run("queries/append", target="core.person_name", staged=staged)


def _spelled(name: str) -> dict[str, Any]:
    """What follows from a name's letters."""
    return {"normal": normal(name), "script": script_of(name), "keys": sorted(set(name_keys(name)))}


def _judge_events(store: Store, waits: Mapping[str, str]) -> int:
    """Judge new events against promises and new tellings against events; how many pairs were compared.

    `waits` names the first days of what is new, by kind.
    """
    waiting = min(waits[name] for name in ("meeting", "agreement", "prior_event"))
    codes = {"organisations": sorted(ORGANISATIONS)}
    store.run("queries/fulfilment_pairs", codes, waiting=waiting, told=waits["follow_up"])
    since, told = (day.isoformat() for day in store.rows("queries/fulfilment_since")[0].values())
    pairs = _fulfilments(store, since, told)
    kept = [views.fulfilment_row(judged) for judged in pairs if judged.score >= _KEEP]
    if kept:
        merge(store, "core.fulfilment", kept, key=("promise_report_id", "report_id"), since=since)
    store.run("queries/newly_kept", since=since)
    store.run("queries/fulfilment_done")
    return len(pairs)


def _fulfilments(store: Store, since: str, told: str) -> list[fulfilment.Fulfilment]:
    """The pairs of promises and events to judge, judged; the first days of the events and of the promises bound what
    is looked at.
    """
    pairs = store.rows("queries/fulfilment_compared")
    if not pairs:
        return []
    tellings = {row["id"]: views.telling(row) for row in store.rows("queries/fulfilment_tellings", told=told)}
    events: dict[str, fulfilment.Event] = {}
    for name, view in (
        ("meetings", views.meeting_event),
        ("agreements", views.agreement_event),
        ("prior_events", views.prior_event),
    ):
        events |= {row["id"]: view(row) for row in store.rows(f"queries/fulfilment_{name}", since=since)}
    return [fulfilment.judge(tellings[pair["telling"]], events[pair["event"]]) for pair in pairs]
