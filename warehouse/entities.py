"""What the reports of one group say together: the rows of meetings, instruments, promises and people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from transforms.resolve.names import DOUBT, compare_names, parts_of
from transforms.watch.promises import promise_of
from warehouse.agreement_steps import STEPS, agreement_steps
from warehouse.one_article import count_reports
from warehouse.views import LEADING, telling

Row = Mapping[str, Any]
Rows = dict[str, list[dict[str, Any]]]


def meeting_rows(reports: Sequence[Row]) -> Rows:
    """One meeting from its reports: consensus by witnesses, copies of one dispatch counted once."""
    ordered = _ordered(reports)
    first = ordered[0]
    dated = _best_dated(ordered)
    sides = {row["side"] for row in ordered}
    meeting = {
        "id": first["id"],
        "day": first["day"],
        "date": dated["date"],
        "end_date": dated["end_date"],
        "first_day": dated["first_day"],
        "last_day": dated["last_day"],
        "precision": dated["precision"],
        "form": consensus(ordered, "form"),
        "format": consensus(ordered, "format"),
        "city": consensus(ordered, "city"),
        "country": consensus(ordered, "country"),
        "venue": consensus(ordered, "venue"),
        "occasion": consensus(ordered, "occasion"),
        "framework": consensus(ordered, "framework"),
        "about": _union(ordered, "about"),
        "organisations": _union(ordered, "organisations"),
        "reports": count_reports(ordered),
        "witnesses": len({row["witness"] for row in ordered}),
        "single_source": len({row["witness"] for row in ordered}) == 1,
        "one_sided": next(iter(sides)) if len(sides) == 1 else None,
        "conflicts": _conflicts(ordered),
    }
    key = {"meeting_id": first["id"], "day": first["day"]}
    named = sorted({party for row in ordered for party in row["parties"]})
    naming = {party: [row for row in ordered if party in row["parties"]] for party in named}
    told: dict[str, set[str]] = {}
    for row in ordered:
        for topic in row["topics"] or ():
            told.setdefault(topic, set()).add(row["witness"])
    return {
        "core.meeting": [meeting],
        "core.meeting_party": [key | {"party": p, "reports": count_reports(own)} for p, own in naming.items()],
        "core.meeting_topic": [key | {"topic": t, "witnesses": len(who)} for t, who in sorted(told.items())],
    }


def agreement_rows(reports: Sequence[Row]) -> Rows:
    """One instrument from its reports: the latest step told, never a step back."""
    ordered = _ordered(reports)
    first = ordered[0]
    furthest = max(ordered, key=lambda row: (STEPS.index(row["status"]), row["day"], row["id"]))
    types = [row["type"] for row in ordered if row["type"] != "unspecified"]
    agreement = {
        "id": first["id"],
        "day": first["day"],
        "type": _most(types) or "unspecified",
        "status": furthest["status"],
        "date": furthest["date"] or consensus(ordered, "date"),
        "title": consensus(ordered, "title"),
        "number": consensus(ordered, "number"),
        "legal_stage": next((row["legal_stage"] for row in reversed(ordered) if row["legal_stage"]), None),
        "meeting_id": next((row["at_meeting"] for row in ordered if row["at_meeting"]), None),
        "topics": _union(ordered, "topics"),
        "reports": count_reports(ordered),
        "witnesses": len({row["witness"] for row in ordered}),
        "last_day": ordered[-1]["day"],
    }
    key = {"agreement_id": first["id"], "day": first["day"]}
    parties = sorted({party for row in ordered for party in row["parties"]})
    return {
        "core.agreement": [agreement],
        "core.agreement_party": [key | {"party": party} for party in parties],
        "core.signatory": [key | {"name": name} for name in _union(ordered, "signatories")],
        "core.agreement_step": agreement_steps(key, ordered),
    }


def follow_up_rows(reports: Sequence[Row]) -> Rows:
    """One promise from its reports, with what governs after the last of them."""
    promise = promise_of([telling(row) for row in reports])
    by_id = {row["id"]: row for row in reports}
    first, lead = promise.first, promise.lead
    values = "attribution speaker portfolio level body session_no visitor host place what".split()
    follows = [by_id[t.id]["follows_meeting"] for t in promise.tellings]
    row = {
        "id": promise.id,
        "day": first.day,
        "kind": lead.kind,
        "window_start": promise.window and promise.window.first,
        "window_end": promise.window and promise.window.last,
        "modality": promise.last.modality,
        "quote": lead.quote,
        "meeting_id": next((meeting for meeting in follows if meeting), None),
        "slips": promise.slips,
        "reports": count_reports(reports),
        "witnesses": len({t.witness for t in promise.tellings}),
        "last_day": promise.tellings[-1].day,
    } | {name: promise.value(name) for name in values}
    key = {"follow_up_id": promise.id, "day": first.day}
    return {
        "core.follow_up": [row],
        "core.follow_up_party": [key | {"party": party} for party in sorted(first.parties)],
    }


def person_rows(names: Sequence[Row]) -> Rows:
    """One person from all spellings."""
    ordered = _ordered(names)
    first = ordered[0]
    person = {
        "id": first["id"],
        "day": first["day"],
        "name": _fullest(ordered),
        "name_ar": _fullest([row for row in ordered if row["script"] == "arabic"]),
        "name_latin": _fullest([row for row in ordered if row["script"] == "latin"]),
        "party": first["party"],
        "last_day": max(row["last_day"] for row in ordered),
        "names": len(ordered),
    }
    return {"core.person": [person]}


def consensus(ordered: Sequence[Row], name: str) -> Any:
    """The value that most witnesses tell; of equals, the one told first. Null where none tells any."""
    told: dict[Any, set[str]] = {}
    for row in ordered:
        if row[name] is not None:
            told.setdefault(row[name], set()).add(row["witness"])
    return max(told, key=lambda value: len(told[value]), default=None)


def _best_dated(ordered: Sequence[Row]) -> Row:
    """The report whose date to take: the date that most witnesses tell, exact ones before months."""
    for kinds in (("day", "range"), ("month",)):
        dated = [row for row in ordered if row["precision"] in kinds]
        if dated:
            date = consensus(dated, "date")
            same = [row for row in dated if row["date"] == date]
            return max(same, key=lambda row: row["end_date"] is not None)
    return ordered[0]


def _conflicts(ordered: Sequence[Row]) -> list[str]:
    """Values on which reports disagree, each with what is told."""
    found = []
    exact = [row for row in ordered if row["precision"] == "day"]
    for name, rows in (("date", exact), ("city", ordered), ("country", ordered), ("form", ordered)):
        values = sorted({row[name] for row in rows if row[name] is not None})
        if len(values) > 1:
            found.append(f"{name} {' / '.join(values)}")
    parties = sorted({" ".join(row["parties"]) for row in ordered})
    if len(parties) > 1:
        found.append(f"parties {' / '.join(parties)}")
    return found + _other_leaders(ordered) + _other_topics(ordered)


def _other_leaders(ordered: Sequence[Row]) -> list[str]:
    """Sides of which reports name different people in one office as leading: a misprint, or another delegation."""
    named: dict[tuple[str, str, str | None], list[str]] = {}
    for row in ordered:
        for person in row.get("people") or ():
            if person["role"] in LEADING:
                key = (person["party"], person["office"], person["portfolio"])
                known = named.setdefault(key, [])
                if not any(compare_names(*sorted((person["name"], other))).score >= DOUBT for other in known):
                    known.append(person["name"])
    return [
        f"delegation {party} {' / '.join(sorted(people))}"
        for (party, *_), people in sorted(named.items(), key=lambda item: (item[0][0], item[1]))
        if len(people) > 1
    ]


def _other_topics(ordered: Sequence[Row]) -> list[str]:
    """Topics where the official voices of two sides tell of none in common."""
    told: dict[str, set[str]] = {}
    for row in ordered:
        if row["side"] and row["topics"]:
            told.setdefault(row["side"], set()).update(row["topics"])
    sides = sorted(told)
    if len(sides) < 2 or set.intersection(*told.values()):
        return []
    return ["topics " + " / ".join(f"{side}: {' '.join(sorted(told[side]))}" for side in sides)]


def _ordered(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["day"], row["id"]))


def _union(ordered: Sequence[Row], name: str) -> list[Any]:
    return sorted({value for row in ordered for value in row[name] or ()})


def _most(values: Sequence[Any]) -> Any:
    """The commonest value; of equals the first."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value], default=None)


def _fullest(names: Sequence[Row]) -> str | None:
    best = max(names, key=lambda row: (len(parts_of(row["name"])), row["printed"], row["name"]), default=None)
    return best["name"] if best else None
