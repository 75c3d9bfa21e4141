"""What was read in an article, as the rows of its tables: no database here."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from transforms.ids import normal, report_id, row_id
from transforms.records import Agreement, Article, FollowUp, Meeting
from transforms.resolve.anchors import Anchors
from transforms.resolve.days import precision_of, span_of
from transforms.resolve.topics import topics_in
from transforms.vocabulary import FollowUpKind, Role
from transforms.watch.marks import marks_in
from warehouse.rows import Reading

Rows = dict[str, list[dict[str, Any]]]

# The tables whose rows belong to one article and are replaced with it.
OWNED = (
    "core.evidence",
    "core.meeting_report",
    "core.participation",
    "core.agreement_report",
    "core.follow_up_report",
    "core.prior_event",
    "core.claim",
    "core.signal",
    "core.article_mark",
)


def rows_of(reading: Reading) -> Rows:
    """The rows of one reading, by table, without what linking adds."""
    return _Shaper(reading).rows()


def digest_of(reading: Reading) -> str:
    """Hash of everything that a reading says, so that a repeated load can be told from a changed one."""
    said = [_plain(reading.article), _plain(reading.record)]
    said += [reading.extractor, reading.published_basis, reading.modified, reading.author]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True, sort_keys=True).encode()).hexdigest()[:24]


def witness_of(article: Article) -> str:
    """Who tells an article."""
    return article.witness or article.origin or article.source


class _Shaper:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._article = reading.article
        self._record = reading.record
        self._anchors = Anchors(reading.article.title, reading.article.text)
        self._seen: Counter[tuple[str, str]] = Counter()
        self._witness = witness_of(reading.article)
        self._common = {
            "day": reading.article.effective_day,
            "article_id": reading.article.id,
            "version": reading.article.version,
        }

    def rows(self) -> Rows:
        record = self._record
        out: Rows = {table: [] for table in OWNED}
        meeting_ids: list[str] = []
        for n, meeting in enumerate(record.meetings):
            row = self._meeting(n, meeting)
            meeting_ids.append(row["id"])
            out["core.meeting_report"].append(row)
            out["core.participation"] += self._participations(row["id"], meeting)
        for n, agreement in enumerate(record.agreements):
            out["core.agreement_report"].append(self._agreement(n, agreement, meeting_ids))
        for n, follow_up in enumerate(record.follow_ups):
            out["core.follow_up_report"].append(self._follow_up(n, follow_up, meeting_ids))
        for n, event in enumerate(record.prior_events):
            out["core.prior_event"].append(self._entry("prior-event", n, event.quote, event))
        for n, claim in enumerate(record.claims):
            out["core.claim"].append(self._entry("claim", n, claim.quote, claim))
        for n, signal in enumerate(record.signals):
            out["core.signal"].append(self._entry("signal", n, f"{signal.code.value} {signal.quote}", signal))
        out["core.article_mark"] = [
            self._common | {"kind": mark.kind, "quote": mark.quote}
            for mark in marks_in(f"{self._article.title}\n{self._article.text}")
        ]
        for entry in {(e.path, e.start, e.end, e.where, e.rule): e for e in record.evidence}.values():
            place = {"path": entry.path, "field": entry.where, "span_start": entry.start, "span_end": entry.end}
            out["core.evidence"].append(self._common | place | {"rule": entry.rule})
        return out

    def _identity(self, kind: str, anchor: str) -> str:
        key = (kind, normal(anchor))
        self._seen[key] += 1
        return report_id(kind, self._article.id, anchor, self._seen[key] - 1)

    def _told(self, n: int) -> dict[str, Any]:
        own = {"position": n, "told_in": self._article.id}
        return self._common | own | {"witness": self._witness, "side": self._article.side}

    def _meeting(self, n: int, meeting: Meeting) -> dict[str, Any]:
        anchor = self._anchors.of(self._record, "meetings", n)
        span = span_of(meeting.date, meeting.end_date)
        return (
            _fields(meeting)
            | self._told(n)
            | {
                "id": self._identity("meeting", anchor),
                "anchor": anchor,
                "first_day": span and span.first,
                "last_day": span and span.last,
                "precision": precision_of(meeting.date, meeting.end_date),
            }
        )

    def _participations(self, report: str, meeting: Meeting) -> list[dict[str, Any]]:
        rows = []
        for n, person in enumerate(meeting.participants):
            name_id = row_id("name", person.party, normal(person.name))
            own = {"id": row_id("participation", report, n), "report_id": report, "name_id": name_id, "position": n}
            rows.append(_fields(person) | {"day": self._common["day"], "article_id": self._article.id} | own)
        return rows

    def _agreement(self, n: int, agreement: Agreement, meetings: list[str]) -> dict[str, Any]:
        anchor = self._anchors.of(self._record, "agreements", n) or self._anchors.around(agreement.title or "")
        own = {
            "id": self._identity("agreement", anchor),
            "anchor": anchor,
            "number": agreement.count,
            "meeting_report_id": _at(meetings, agreement.meeting),
        }
        return _fields(agreement) | self._told(n) | own

    def _follow_up(self, n: int, promise: FollowUp, meetings: list[str]) -> dict[str, Any]:
        anchor = self._anchors.of(self._record, "follow_ups", n) or self._anchors.around(promise.quote)
        after = _at(self._record.meetings, promise.meeting)
        track, level = _led_by(after) if after else (None, None)
        about = promise.kind is FollowUpKind.AGREEMENT
        span = span_of(after.date, after.end_date) if after else None
        own = {
            "id": self._identity("follow-up", anchor),
            "anchor": anchor,
            "source": self._article.source,
            "meeting_report_id": _at(meetings, promise.meeting),
            "follows_first": span and span.first,
            "follows_last": span and span.last,
            "follows_track": track,
            "follows_level": level,
            "topics": list(topics_in(promise.quote, self._record.lang)) if about else None,
        }
        return _fields(promise) | self._told(n) | own

    def _entry(self, kind: str, n: int, key: str, value: Any) -> dict[str, Any]:
        own = {"id": row_id(kind, self._article.id, normal(key), n), "position": n}
        return _fields(value) | self._common | own


def _led_by(meeting: Meeting) -> tuple[str | None, str | None]:
    """The portfolio and the office that all who led a meeting share, of both sides; null: they differ, or one led."""
    leaders = [person for person in meeting.participants if person.role is not Role.DELEGATE]
    if len({person.party for person in leaders}) < 2:
        return None, None
    portfolios = {person.portfolio for person in leaders}
    offices = {person.office for person in leaders}
    (portfolio,) = portfolios if len(portfolios) == 1 else (None,)
    (office,) = offices if len(offices) == 1 else (None,)
    return portfolio, office


def _at(values: Any, index: int | None) -> Any:
    return values[index] if index is not None and 0 <= index < len(values) else None


def _fields(value: Any) -> dict[str, Any]:
    return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "value", value)
