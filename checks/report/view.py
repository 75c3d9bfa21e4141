"""What the pages show, made from the rows: citations, promises, meetings, agreements, flags."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from checks.report.timeline import Line, Scale, line, scale
from checks.report.words import Words
from warehouse.reporting import Material
from warehouse.store import Row

_HEADS = ("host", "guest", "principal")
_LIVE = ("overdue", "due", "open", "postponed")
_SOON = 14  # days within which a promise counts as pressing


def safe_link(url: str | None) -> str | None:
    """An address that a reader may follow; null for anything but a plain web address."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something was read."""

    publisher: str
    day: date
    title: str
    lang: str
    url: str | None  # null: no address, or none that is safe to follow
    origin: str | None  # agency that it credits; null: itself
    side: str | None  # whose official voice it is; null: a third party
    quote: str = ""  # its words; empty: none in particular


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may fulfil a promise."""

    meeting: str | None  # id of the meeting that it tells of; null: it is no meeting
    kind: str
    days: str
    score: float
    decision: str
    level_change: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as the pages show it."""

    row: Mapping[str, Any]  # as `warehouse.query.follow_ups` gives it
    quote: str
    lang: str
    first_told: date
    last_told: date
    window_start: date | None
    window_end: date | None
    said: str  # why it stands where it stands, in the report's language
    line: Line | None  # null: it has no window
    sources: tuple[Citation, ...]
    candidates: tuple[Candidate, ...]
    history: tuple[Row, ...]
    held: tuple[date, date] | None  # days of the event that fulfils it; null: none does, or undated

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.row["id"])

    @property
    def status(self) -> str:
        """Its state."""
        return str(self.row["status"])

    @property
    def commitment(self) -> bool:
        """Whether somebody bound by it said so."""
        return bool(self.row["commitment"])

    @property
    def live(self) -> bool:
        """Whether it still waits for its event."""
        return self.status in _LIVE

    def pressing(self, as_of: date) -> bool:
        """Whether its window has passed, or begins or ends within a fortnight."""
        if self.status == "overdue":
            return True
        if self.status not in ("due", "open") or self.window_start is None or self.window_end is None:
            return False
        edge = self.window_end if self.status == "due" else self.window_start
        return (edge - as_of).days <= _SOON


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as the pages show it."""

    row: Row
    place: str
    people: tuple[Row, ...]
    heads: tuple[tuple[str, tuple[Row, ...]], ...]  # party -> who led its delegation
    sources: tuple[Citation, ...]
    tellings: tuple[Row, ...]
    fresh: bool  # the last run was the first to hear of it
    promises: tuple[str, ...] = ()  # ids of the promises made there

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.row["id"])


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument as the pages show it."""

    row: Row
    anchor: str
    lang: str
    sources: tuple[Citation, ...]
    steps: tuple[tuple[date, str], ...]  # statuses in the order in which they were told, repeats left out
    fresh: bool


@dataclass(frozen=True, slots=True)
class Views:
    """Everything that the pages show."""

    promises: tuple[Promise, ...]
    meetings: tuple[Meeting, ...]
    agreements: tuple[Agreement, ...]
    flags: Mapping[str, tuple[tuple[Row, Citation | None], ...]]  # by severity
    scale: Scale | None  # of the board's picture; null: no promise has a window


def views(m: Material, w: Words) -> Views:
    """Put the rows together."""
    board = _board_scale(m)
    flags: dict[str, list[tuple[Row, Citation | None]]] = defaultdict(list)
    for flag in m.flags:
        flags[flag["severity"]].append((flag, _cite(m, flag["article_id"])))
    return Views(
        promises=_promises(m, w),
        meetings=_meetings(m, w),
        agreements=tuple(_agreement(m, row) for row in m.agreements),
        flags={severity: tuple(found) for severity, found in flags.items()},
        scale=board,
    )


def _cite(m: Material, article_id: str | None, quote: str = "") -> Citation | None:
    article = m.articles.get(article_id or "")
    if article is None:
        return None
    return Citation(
        publisher=article["publisher"],
        day=article["day"],
        title=article["title"],
        lang=article["lang"],
        url=safe_link(article["url"]),
        origin=article["origin"],
        side=article["side"],
        quote=quote,
    )


def _promises(m: Material, w: Words) -> tuple[Promise, ...]:
    candidates: dict[str, list[Row]] = defaultdict(list)
    for row in m.candidates:
        candidates[row["follow_up_id"]].append(row)
    history: dict[str, list[Row]] = defaultdict(list)
    for row in m.history:
        history[row["follow_up_id"]].append(row)
    return tuple(_promise(m, w, row, candidates[row["id"]], tuple(history[row["id"]])) for row in m.promises)


def _promise(m: Material, w: Words, row: Mapping[str, Any], candidates: list[Row], history: tuple[Row, ...]) -> Promise:
    start, end = _date(row["window_start"]), _date(row["window_end"])
    told = sorted(date.fromisoformat(source["day"]) for source in row["sources"])
    lead = next((s["article"] for s in row["sources"] if s["quote"] == row["quote"]), row["sources"][0]["article"])
    fulfilling = next((c for c in candidates if c["report_id"] == row["report"]), None)
    met = row["status"] in ("met", "met_late", "met_early", "confirmed")
    held = (
        (fulfilling["event_first"], fulfilling["event_last"] or fulfilling["event_first"])
        if met and fulfilling and fulfilling["event_first"]
        else None
    )
    windows = [(date.fromisoformat(each["start"]), date.fromisoformat(each["end"])) for each in row["windows"]]
    own = [*told, m.as_of, *(day for window in windows for day in window), *(held or ())]
    return Promise(
        row=row,
        quote=row["quote"],
        lang=m.articles[lead]["lang"] if lead in m.articles else "und",
        first_told=told[0],
        last_told=told[-1],
        window_start=start,
        window_end=end,
        said=_why(w, row, start, end, held),
        line=line(scale(own), m.as_of, told, windows, held) if windows else None,
        sources=tuple(c for s in row["sources"] if (c := _cite(m, s["article"], s["quote"]))),
        candidates=tuple(
            Candidate(
                c["meeting_id"],
                c["report_kind"],
                w.window(c["event_first"], c["event_last"] or c["event_first"]),
                c["score"],
                c["decision"],
                c["level_change"],
                tuple(c["reasons"]),
            )
            for c in candidates
        ),
        history=history,
        held=held,
    )


def _why(w: Words, row: Mapping[str, Any], start: date | None, end: date | None, held: tuple[date, date] | None) -> str:
    """The explanation of a state in the report's language; the warehouse keeps it in English."""
    status = row["status"]
    if status == "overdue":
        articles = w.say("in_n_articles", row["articles_read"] or 0)
        sources = w.say("from_n_sources", row["sources_read"] or 0)
        return str(w.say("why_overdue", articles=articles, sources=sources))
    if held:
        return str(w.say("why_held", days=w.days(*held)))
    if status == "postponed" and start is not None:
        return str(w.say("why_postponed_to", window=w.window(start, end)))
    if status in ("open", "lapsed"):
        return str(w.say(f"why_{status}" if start is not None else f"why_{status}_undated"))
    return str(w.say(f"why_{status}"))


def _meetings(m: Material, w: Words) -> tuple[Meeting, ...]:
    people: dict[str, list[Row]] = defaultdict(list)
    for row in m.people:
        people[row["meeting_id"]].append(row)
    tellings: dict[str, list[Row]] = defaultdict(list)
    for row in m.tellings:
        tellings[row["meeting_id"]].append(row)
    promises: dict[str, list[str]] = defaultdict(list)
    for promise in m.promises:
        if promise["meeting"]:
            promises[promise["meeting"]].append(promise["id"])
    return tuple(
        Meeting(
            row=row,
            place=w.place(row["city"], row["country"]),
            people=tuple(people[row["id"]]),
            heads=tuple((party, _leaders(people[row["id"]], party)) for party in _seating(row, people[row["id"]])),
            sources=tuple(c for t in tellings[row["id"]] if (c := _cite(m, t["article_id"], t["anchor"]))),
            tellings=tuple(t for t in tellings[row["id"]] if t["article_id"] in m.articles),
            fresh=bool(tellings[row["id"]]) and all(t["article_id"] in m.fresh for t in tellings[row["id"]]),
            promises=tuple(promises[row["id"]]),
        )
        for row in m.meetings
    )


def _seating(row: Row, people: list[Row]) -> list[str]:
    """Parties with the host's first."""
    hosts = {person["party"] for person in people if person["role"] == "host"}
    return sorted(row["parties"], key=lambda party: (party not in hosts, party))


def _leaders(people: list[Row], party: str) -> tuple[Row, ...]:
    own = [person for person in people if person["party"] == party]
    return tuple(person for person in own if person["role"] in _HEADS) or tuple(own[:1])


def _agreement(m: Material, row: Row) -> Agreement:
    reports = [report for report in row["reports"] if report["article_id"] in m.articles]
    steps: list[tuple[date, str]] = []
    for report in reports:
        if not steps or steps[-1][1] != report["status"]:
            steps.append((report["day"], report["status"]))
    first = reports[0] if reports else None
    return Agreement(
        row=row,
        anchor=first["anchor"] if first else "",
        lang=m.articles[first["article_id"]]["lang"] if first else "und",
        sources=tuple(c for report in reports if (c := _cite(m, report["article_id"], report["anchor"]))),
        steps=tuple(steps),
        fresh=any(report["article_id"] in m.fresh for report in reports),
    )


def _board_scale(m: Material) -> Scale | None:
    live = [row for row in m.promises if row["status"] in _LIVE and row["window_start"]]
    days = [date.fromisoformat(row[name]) for row in live for name in ("window_start", "window_end")]
    return scale([*days, m.as_of]) if days else None


def _date(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
