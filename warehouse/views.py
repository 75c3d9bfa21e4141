"""Rows of reports as the values that judgements are made from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from transforms.resolve.days import Span
from transforms.resolve.same_agreement import AgreementView
from transforms.resolve.same_meeting import MeetingView, Person
from transforms.resolve.same_person import NameView
from transforms.watch.fulfilment import Event, Fulfilment, Fulfils
from transforms.watch.promises import Telling
from transforms.watch.states import Verdict

Row = Mapping[str, Any]
LEADING = frozenset({"host", "guest", "principal"})


def span(first: date | None, last: date | None) -> Span | None:
    """Two columns as a stretch of days; null when the first is."""
    return Span(first, last or first) if first else None


def meeting_view(row: Row) -> MeetingView:
    """A row of core.meeting_report with its participants as `people`."""
    return MeetingView(
        id=row["id"],
        day=row["day"],
        span=span(row["first_day"], row["last_day"]),
        exact=row["precision"] in ("day", "range"),
        form=row["form"],
        parties=frozenset(row["parties"]),
        people=tuple(
            Person(p["name"], p["party"], p["office"], p["portfolio"], p["role"] in LEADING) for p in _people(row)
        ),
        city=row["city"],
        country=row["country"],
        topics=frozenset(row["topics"] or ()),
        framework=row["framework"],
        occasion=row["occasion"],
        witness=row["witness"],
    )


def agreement_view(row: Row) -> AgreementView:
    """A row of core.agreement_report."""
    return AgreementView(
        id=row["id"],
        day=row["day"],
        article_id=row["article_id"],
        type=row["type"],
        status=row["status"],
        span=_day(row["date"]),
        parties=frozenset(row["parties"]),
        topics=frozenset(row["topics"] or ()),
        title=row["title"],
        number=row["number"],
    )


def telling(row: Row) -> Telling:
    """A row of core.follow_up_report."""
    same = (
        "id day kind modality quote article_id source witness side attribution speaker portfolio level body session_no"
        " visitor host place what meeting_report_id follows_track follows_level"
    ).split()
    return Telling(
        window=span(row["window_start"], row["window_end"]),
        parties=frozenset(row["parties"]),
        follows=span(row["follows_first"], row["follows_last"]),
        topics=frozenset(row["topics"] or ()),
        **{name: row[name] for name in same},
    )


def meeting_event(row: Row) -> Event:
    """A row of core.meeting_report with its participants, as something that may fulfil a promise."""
    leaders = [p for p in _people(row) if p["role"] in LEADING]
    return Event(
        id=row["id"],
        kind="meeting",
        day=row["day"],
        span=span(row["first_day"], row["last_day"]),
        parties=frozenset(row["parties"]),
        form=row["form"],
        occasion=row["occasion"],
        tracks=frozenset(p["portfolio"] for p in leaders if p["portfolio"]),
        levels=frozenset(p["office"] for p in leaders),
        leaders=frozenset((p["party"], p["office"]) for p in leaders),
        guests=frozenset(p["party"] for p in leaders if p["role"] == "guest"),
        city=row["city"],
        country=row["country"],
        framework=row["framework"],
        topics=frozenset(row["topics"] or ()),
        words=_words(row),
    )


def agreement_event(row: Row) -> Event:
    """A row of core.agreement_report, likewise."""
    return Event(
        id=row["id"],
        kind="agreement",
        day=row["day"],
        span=_day(row["date"]),
        parties=frozenset(row["parties"]),
        tracks=frozenset(p["portfolio"] for p in _people(row) if p["role"] in LEADING and p["portfolio"]),
        status=row["status"],
        topics=frozenset(row["topics"] or ()),
        words=_words(row),
    )


def prior_event(row: Row) -> Event:
    """A row of core.prior_event, likewise: background, which always goes to review."""
    return Event(
        id=row["id"],
        kind="prior_event",
        day=row["day"],
        span=span(row["window_start"], row["window_end"]),
        parties=frozenset(row["parties"]),
        framework=row["body"],
        session_no=row["session_no"],
    )


def fulfilment(row: Row) -> Fulfilment:
    """A row of core.fulfilment; of the event only what states need."""
    event = Event(
        id=row["report_id"],
        kind=row["report_kind"],
        day=row["day"],
        span=span(row["event_first"], row["event_last"]),
        parties=frozenset(),
    )
    return Fulfilment(
        telling_id=row["promise_report_id"],
        event=event,
        score=row["score"],
        decision=Fulfils(row["decision"]),
        level_change=row["level_change"],
        reasons=tuple(row["reasons"]),
    )


def named_event(row: Row) -> Fulfilment:
    """An event that a person linked with a promise, though nothing in their values joins them."""
    told = {"score": 0.0, "decision": Fulfils.NO.value, "level_change": None, "reasons": ["a person named it"]}
    return fulfilment({**row, **told})


def fulfilment_row(judged: Fulfilment) -> dict[str, Any]:
    """The row of core.fulfilment of a judgement."""
    event = judged.event
    return {
        "promise_report_id": judged.telling_id,
        "report_id": event.id,
        "report_kind": event.kind,
        "day": event.day,
        "event_first": event.span and event.span.first,
        "event_last": event.span and event.span.last,
        "score": judged.score,
        "decision": judged.decision.value,
        "level_change": judged.level_change,
        "reasons": list(judged.reasons),
    }


def name_view(row: Row) -> NameView:
    """A row of core.person_name."""
    held = frozenset((office, field or None) for office, _, field in (entry.partition(" ") for entry in row["held"]))
    return NameView(id=row["id"], day=row["day"], party=row["party"], name=row["name"], offices=held)


def verdict(row: Row) -> Verdict:
    """A row of core.review_decision about a promise."""
    until = date.fromisoformat(row["value"]) if row["action"] == "snooze" and row["value"] else None
    return Verdict(id=row["id"], day=row["day"], action=row["action"], report_id=row["other"], until=until)


def _words(row: Row) -> str:
    """The headline and the sentence that tell of an event."""
    return f"{row['title'] or ''} / {row['anchor'] or ''}"


def _people(row: Row) -> list[Row]:
    return list(row["people"] or ())


def _day(told: str | None) -> Span | None:
    if told is None or len(told) != 10:
        return None
    day = date.fromisoformat(told)
    return Span(day, day)
