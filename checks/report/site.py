"""The site: every page as text, rendered from templates in which all data are escaped."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from checks.report.moves import moves
from checks.report.persons import persons
from checks.report.press import Page, Press, policy
from checks.report.reasons import reasons
from checks.report.relations import disputed, officials, pairs
from checks.report.timeline import months
from checks.report.trust import trust
from checks.report.view import Agreement, Promise, Views, views
from checks.report.words import Words
from warehouse.reporting import Material

_CARDS = 40  # promises shown in full on the first page; the board has all
_LATEST = 6  # meetings and agreements on the first page where the last run brought fewer
_LANES = 80  # promises in the board's picture, the most pressing
_LISTED = 200  # promises without a date on the first page; the board has all
Others = Sequence[tuple[str, str, str]]


def pages(m: Material, w: Words, data_docs: str | None, others: Others = ()) -> Iterator[Page]:
    """Every page, the first page last, so that it never links to one that is not there yet.

    Args:
        m: what to tell.
        w: the language to tell it in.
        data_docs: where Great Expectations' own pages lie, from the report's folder; null: there are none.
        others: the same site in other languages: language, its own name, folder from this site's first page.
    """
    v = views(m, w)
    shared: dict[str, Any] = {
        "w": w,
        "m": m,
        "v": v,
        "trust": trust(m, w),
        "reasons": reasons(w),
        "data_docs": data_docs,
        "others": others,
        "by_id": {promise.id: promise for promise in v.promises},
        "meetings": {meeting.id: meeting for meeting in v.meetings},
        "months": months(v.scale) if v.scale else (),
    }
    page = Press(shared).page

    # Top pages carry their style, so that each can be sent alone; thousands of small ones share a file.
    yield Page("report.css", policy()["style"])
    for promise in v.promises:
        yield page(f"promises/{promise.id}.html", "promise.html", p=promise)
    signed: dict[str | None, list[Agreement]] = defaultdict(list)
    for agreement in v.agreements:
        signed[agreement.row["meeting_id"]].append(agreement)
    for meeting in v.meetings:
        yield page(f"meetings/{meeting.id}.html", "meeting.html", x=meeting, signed=signed.get(meeting.id, []))
    lanes = [p for p in v.promises if p.live and p.window_start is not None]
    known = pairs(v, m.as_of)
    for pair in known:
        yield page(f"pairs/{pair.id}.html", "pair.html", x=pair)
    for person in persons(m, v):
        yield page(f"people/{person.id}.html", "person.html", x=person)
    yield page("pairs.html", "pairs.html", pairs=known)
    yield page("people.html", "people.html", officials=officials(v))
    yield page("promises.html", "promises.html", lanes=lanes[:_LANES])
    yield page("meetings.html", "meetings.html")
    yield page("agreements.html", "agreements.html")
    yield page("flags.html", "flags.html", by_code=_by_code(v))
    yield page("sources.html", "sources.html", sparks=_sparks(m))
    yield page("checks.html", "checks.html")
    yield page("index.html", "index.html", **_front(m, v, w), by_code=_by_code(v))


def _front(m: Material, v: Views, w: Words) -> dict[str, Any]:
    """What stands on the first page, in the order in which it stands there."""
    pressing = [p for p in v.promises if p.pressing(m.as_of) and p.status != "dismissed"]
    waiting = (p for p in v.promises if p.live and p.window_start is None)
    undated = sorted(waiting, key=lambda p: (p.first_told, p.id))
    commitments = _by_urgency([p for p in pressing if p.commitment], m.as_of)[:_CARDS]
    expected = _by_urgency([p for p in pressing if not p.commitment], m.as_of)[:_CARDS]
    new_meetings = [x for x in v.meetings if x.fresh]
    moved = [a for a in v.agreements if a.fresh]
    return {
        "commitments": commitments,
        "expected": expected,
        "undated": [p for p in undated if p.commitment][:_LISTED],
        "expected_undated": [p for p in undated if not p.commitment][:_LISTED],
        "disputed": disputed(v),
        "latest": [*new_meetings, *(x for x in v.meetings if not x.fresh)][: max(len(new_meetings), _LATEST)][:24],
        "new_meetings": len(new_meetings),
        "agreements": [*moved, *(a for a in v.agreements if not a.fresh)][: max(len(moved), _LATEST)][:24],
        "states": Counter(p.status for p in v.promises),
        "changed": _changes(m),
        "moves": moves(m, v, w),
    }


def _by_urgency(found: list[Promise], as_of: date) -> list[Promise]:
    """What passed lately first, then what comes next, then what passed long ago."""

    def key(p: Promise) -> tuple[int, int, str]:
        end = p.window_end or as_of
        late = (as_of - end).days
        if p.status == "overdue":
            return (0 if late <= 90 else 2, late, p.id)
        return (1, (end - as_of).days, p.id)

    return sorted(found, key=key)


def _changes(m: Material) -> list[tuple[str, str | None, str, list[str]]]:
    """State changes that the last run found: new state, state before (null: new), cause, promises."""
    groups: dict[tuple[str, str | None, str], list[str]] = defaultdict(list)
    known = {promise["id"] for promise in m.promises}
    for row in m.changes:
        if row["follow_up_id"] in known:
            groups[row["status"], row["before"], row["cause"]].append(row["follow_up_id"])
    order = "overdue due postponed cancelled met_late met met_early confirmed open lapsed dismissed".split()
    ordered = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1] or "", item[0][2]))
    return [(status, before, cause, ids) for (status, before, cause), ids in ordered]


def _by_code(v: Views) -> dict[str, list[tuple[str, list[Any]]]]:
    """Flags of each severity by their code, the most frequent first."""
    found: dict[str, list[tuple[str, list[Any]]]] = {}
    for severity in ("critical", "warning", "info"):
        groups: dict[str, list[Any]] = defaultdict(list)
        for flag, citation in v.flags.get(severity, ()):
            groups[flag["code"]].append((flag, citation))
        found[severity] = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return found


def _sparks(m: Material) -> dict[str, list[tuple[int, float]]]:
    """Articles of each source in each of twelve months, the oldest first, with their share of its busiest month."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 12)
    for row in m.source_months:
        counts[row["source"]][11 - row["months_ago"]] = row["articles"]
    return {name: [(n, n / max(own)) for n in own] for name, own in counts.items()}
