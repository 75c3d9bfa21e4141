"""A small world of reports for tests: readings made by hand, and everything that the warehouse holds as plain rows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from transforms.ids import article_id, version_id
from transforms.records import Agreement, Article, Evidence, FollowUp, Meeting, Participant, Record, Signal
from transforms.vocabulary import (
    AgreementStatus,
    AgreementType,
    Attribution,
    FollowUpKind,
    Form,
    Format,
    Modality,
    Office,
    Portfolio,
    Role,
    Topic,
)
from warehouse.rows import Reading
from warehouse.store import Store

EXTRACTOR = "test-1"


def minister(name: str, party: str, role: Role, portfolio: Portfolio = Portfolio.INTERIOR) -> Participant:
    """A minister who leads a side."""
    return Participant(name, party, Office.MINISTER, portfolio, role)


HOST = minister("خالد بن فهد الراشد", "SA", Role.HOST)
GUEST = minister("Daniyar Akhmetov", "KZ", Role.GUEST)


def meeting(
    day: str | None = "2026-02-10",
    parties: tuple[str, ...] = ("KZ", "SA"),
    people: tuple[Participant, ...] = (HOST, GUEST),
    **changes: Any,
) -> Meeting:
    """A report of a bilateral meeting in Riyadh."""
    values: dict[str, Any] = {
        "date": day,
        "end_date": None,
        "form": Form.IN_PERSON,
        "format": Format.BILATERAL,
        "city": "Riyadh",
        "country": "SA",
        "venue": None,
        "parties": parties,
        "participants": people,
        "topics": (Topic.SECURITY_COOPERATION,),
    }
    return Meeting(**(values | changes))


def promise(start: str | None, end: str | None, quote: str, **changes: Any) -> FollowUp:
    """A joint promise of a meeting of interior ministers."""
    values: dict[str, Any] = {
        "kind": FollowUpKind.MEETING,
        "modality": Modality.EXPECTED,
        "parties": ("KZ", "SA"),
        "attribution": Attribution.JOINT,
        "portfolio": Portfolio.INTERIOR,
    }
    return FollowUp(window_start=start, window_end=end, quote=quote, **(values | changes))


def memorandum(title: str, **changes: Any) -> Agreement:
    """A signed memorandum."""
    values: dict[str, Any] = {
        "type": AgreementType.MEMORANDUM_OF_UNDERSTANDING,
        "status": AgreementStatus.SIGNED,
        "date": None,
        "parties": ("KZ", "SA"),
        "topics": (Topic.SECURITY_COOPERATION,),
    }
    return Agreement(title=title, **(values | changes))


def reading(
    key: str,
    published: str | None,
    *,
    source: str = "agency",
    meetings: tuple[Meeting, ...] = (),
    agreements: tuple[Agreement, ...] = (),
    follow_ups: tuple[FollowUp, ...] = (),
    signals: tuple[Signal, ...] = (),
    origin: str | None = None,
    side: str | None = None,
    text: str | None = None,
    received: datetime | None = None,
    extractor: str = EXTRACTOR,
) -> Reading:
    """An article that says these things, each in a sentence of its own, with the words that it rests on."""
    quotes = [f"Report {key} tells of meeting number {n}." for n in range(len(meetings))]
    quotes += [f"{agreement.title or 'An instrument'} was told by {key}." for agreement in agreements]
    quotes += [f"{follow_up.quote}." for follow_up in follow_ups]
    body = text or "\n".join([f"News of {key}.", *quotes])
    when = received or datetime(2026, 1, 1, tzinfo=UTC)
    if received is None and published:
        when = datetime.fromisoformat(published[:10]).replace(tzinfo=UTC) + timedelta(hours=6)
    article = Article(
        id=article_id(source, key, None, body),
        version=version_id(f"Title {key}", body),
        source=source,
        url=f"https://{source}.example/{key}",
        title=f"Title {key}",
        text=body,
        lang="en",
        published=published,
        first_seen=when.date(),
        origin=origin,
        side=side,
    )
    paths = [f"/meetings/{n}/form" for n in range(len(meetings))]
    paths += [f"/agreements/{n}/title" for n in range(len(agreements))]
    paths += [f"/follow_ups/{n}/quote" for n in range(len(follow_ups))]
    evidence = tuple(
        Evidence(path, start, start + len(quote) - 1, "test.sentence")
        for path, quote in zip(paths, quotes, strict=True)
        if (start := body.find(quote)) >= 0
    )
    record = Record(key, "en", meetings, agreements, follow_ups, signals=signals, evidence=evidence)
    return Reading(article, record, extractor, when)


def tables(store: Store, *schemas: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table and view of these schemas, sorted."""
    found = store.con.execute(
        "select table_schema || '.' || table_name from information_schema.tables where list_contains(?, table_schema)",
        [list(schemas)],
    ).fetchall()
    return {name: held(store, name) for (name,) in sorted(found)}


def held(store: Store, name: str) -> list[tuple[Any, ...]]:
    """Every row of one table or view, sorted."""
    return sorted(store.con.execute(f"select columns(*)::varchar from {name}").fetchall(), key=repr)


def day(text: str) -> date:
    """A date."""
    return date.fromisoformat(text)
