"""What a reader should be warned of, as flags: pure functions of what is known on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from transforms.ids import row_id
from transforms.vocabulary import SignalCode
from transforms.watch.promises import Promise
from transforms.watch.states import State, Status


class Severity(StrEnum):
    """How much a flag or a check matters."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class FlagCode(StrEnum):
    """What a reader is warned of."""

    FORMER_PLACE_NAME = "former_place_name"
    FOREIGN_LANGUAGE_FRAGMENT = "foreign_language_fragment"
    UNDISCLOSED_AGREEMENT = "undisclosed_agreement"
    UNDATED_PROMISE = "undated_promise"
    OFFICE_MISSING = "office_missing"
    UNATTRIBUTED_PROMISE = "unattributed_promise"
    DATE_CONFLICT = "date_conflict"
    HEDGED_SOURCE = "hedged_source"
    TRUNCATED_TEXT = "truncated_text"
    SINGLE_SOURCE = "single_source"
    CONFLICTING_SOURCES = "conflicting_sources"
    FOLLOW_UP_DUE = "follow_up_due"
    FOLLOW_UP_OVERDUE = "follow_up_overdue"
    FULFILLED_LATE = "fulfilled_late"
    STALE_SOURCE = "stale_source"
    THIN_SOURCE = "thin_source"
    MACHINE_MARKS = "machine_marks"


SEVERITY = {
    FlagCode.FORMER_PLACE_NAME: Severity.INFO,
    FlagCode.FOREIGN_LANGUAGE_FRAGMENT: Severity.WARNING,
    FlagCode.UNDISCLOSED_AGREEMENT: Severity.WARNING,
    FlagCode.UNDATED_PROMISE: Severity.INFO,
    FlagCode.OFFICE_MISSING: Severity.INFO,
    FlagCode.UNATTRIBUTED_PROMISE: Severity.INFO,
    FlagCode.DATE_CONFLICT: Severity.WARNING,
    FlagCode.HEDGED_SOURCE: Severity.INFO,
    FlagCode.TRUNCATED_TEXT: Severity.WARNING,
    FlagCode.SINGLE_SOURCE: Severity.INFO,
    FlagCode.CONFLICTING_SOURCES: Severity.WARNING,
    FlagCode.FOLLOW_UP_DUE: Severity.INFO,
    FlagCode.FOLLOW_UP_OVERDUE: Severity.WARNING,
    FlagCode.FULFILLED_LATE: Severity.INFO,
    FlagCode.STALE_SOURCE: Severity.WARNING,
    FlagCode.THIN_SOURCE: Severity.WARNING,
    FlagCode.MACHINE_MARKS: Severity.INFO,
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning about one thing."""

    code: FlagCode
    subject_kind: str  # article, meeting, agreement, follow_up or source
    subject: str  # its id
    detail: str  # what it means, for a reader
    article_id: str | None = None  # article to read; null: none in particular
    quote: str | None = None  # the words; null: none

    @property
    def id(self) -> str:
        """Its id: code, subject and words, so that a later run finds it again."""
        return row_id("flag", self.code.value, self.subject_kind, self.subject, self.quote)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITY[self.code]


@dataclass(frozen=True, slots=True)
class SignalSeen:
    """A mark that extraction left in an article."""

    article_id: str
    code: str
    quote: str
    detail: str


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """What is known of a meeting's witnesses."""

    id: str
    article_id: str  # of its first report
    witnesses: int
    reports: int
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementSeen:
    """What is known of an instrument's status."""

    id: str
    article_id: str
    status: str
    title: str | None
    anchor: str


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """How a source does."""

    name: str
    state: str
    since: date
    lacking: str | None = None  # what fewer of its items carry than declared; null: nothing


@dataclass(frozen=True, slots=True)
class MarksSeen:
    """How many articles of a source bear one kind of mark of machine-made copy."""

    source: str
    kind: str
    articles: int
    read: int  # articles of the source in all
    article_id: str  # one that bears it


def flags(
    signals: Iterable[SignalSeen],
    meetings: Iterable[MeetingSeen],
    agreements: Iterable[AgreementSeen],
    states: Iterable[State],
    sources: Iterable[SourceSeen] = (),
    marks: Iterable[MarksSeen] = (),
    kept: Iterable[tuple[str, str]] = (),
) -> tuple[Flag, ...]:
    """Every flag that stands, once, in order of severity, code and subject.

    `kept` names code and article of flags of records that stand besides and are not given here.
    """
    derived = [
        *_of_meetings(meetings),
        *_of_agreements(agreements),
        *_of_promises(states),
        *_of_sources(sources),
        *_of_marks(marks),
    ]
    # A mark of the text that the record itself bears out is said once, of the record.
    said = {(flag.code.value, flag.article_id) for flag in derived} | set(kept)
    found = {flag.id: flag for flag in (*_of_signals(signals), *derived)}
    standing = [f for f in found.values() if f.subject_kind != "article" or (f.code.value, f.article_id) not in said]
    order = list(Severity)
    return tuple(sorted(standing, key=lambda f: (order.index(f.severity), f.code.value, f.subject, f.id)))


def _of_signals(signals: Iterable[SignalSeen]) -> Iterator[Flag]:
    known = {code.value for code in SignalCode}
    for signal in signals:
        if signal.code in known:
            code = FlagCode(signal.code)
            yield Flag(code, "article", signal.article_id, signal.detail, signal.article_id, signal.quote)


def _of_meetings(meetings: Iterable[MeetingSeen]) -> Iterator[Flag]:
    for meeting in meetings:
        if meeting.witnesses == 1:
            copies = f" ({meeting.reports} copies)" if meeting.reports > 1 else ""
            detail = f"Only one origin tells of this meeting{copies}."
            yield Flag(FlagCode.SINGLE_SOURCE, "meeting", meeting.id, detail, meeting.article_id)
        for conflict in meeting.conflicts:
            detail = f"Reports of this meeting disagree: {conflict}."
            yield Flag(FlagCode.CONFLICTING_SOURCES, "meeting", meeting.id, detail, meeting.article_id, conflict)


def _of_agreements(agreements: Iterable[AgreementSeen]) -> Iterator[Flag]:
    for agreement in agreements:
        if agreement.status == "undisclosed":
            detail = "An instrument is mentioned; whether it was signed, or what it says, is not disclosed."
            quote = agreement.title or agreement.anchor or None
            yield Flag(FlagCode.UNDISCLOSED_AGREEMENT, "agreement", agreement.id, detail, agreement.article_id, quote)


def _of_promises(states: Iterable[State]) -> Iterator[Flag]:
    over = {Status.DISMISSED, Status.CONFIRMED, Status.CANCELLED}
    for known in states:
        promise = known.promise
        lead = promise.lead

        def raised(code: FlagCode, detail: str, state: State = known) -> Flag:
            telling = state.promise.lead
            return Flag(code, "follow_up", state.promise.id, detail, telling.article_id, telling.quote)

        if known.status is Status.DUE:
            yield raised(FlagCode.FOLLOW_UP_DUE, known.explanation)
        elif known.status is Status.OVERDUE:
            yield raised(FlagCode.FOLLOW_UP_OVERDUE, known.explanation)
        elif known.status is Status.MET_LATE:
            yield raised(FlagCode.FULFILLED_LATE, known.explanation)
        for conflict in _disagreeing(promise):
            detail = f"Reports of this promise disagree: {conflict}."
            yield replace(raised(FlagCode.CONFLICTING_SOURCES, detail), quote=conflict)
        if known.status in over:
            continue
        if promise.window is None and promise.last.modality != "postponed" and known.fulfilment is None:
            yield raised(FlagCode.UNDATED_PROMISE, "Promised without a date.")
        if not promise.commitment and lead.speaker is None:
            yield raised(FlagCode.UNATTRIBUTED_PROMISE, "Nobody is named who promises it: the outlet may expect it.")


def _of_marks(marks: Iterable[MarksSeen]) -> Iterator[Flag]:
    """One flag a source, however many marks: they are for whoever weighs it, and prove nothing of one article."""
    by_source: dict[str, list[MarksSeen]] = {}
    for mark in marks:
        by_source.setdefault(mark.source, []).append(mark)
    for source, own in sorted(by_source.items()):
        told = ", ".join(f"{mark.kind.replace('_', ' ')} in {mark.articles}" for mark in own)
        detail = f"Marks that machine-made copy leaves, among {own[0].read} articles: {told}. Marks, no verdict."
        yield Flag(FlagCode.MACHINE_MARKS, "source", source, detail, own[0].article_id)


def _disagreeing(promise: Promise) -> Iterator[str]:
    """Windows of one occasion that share no day, as told by different witnesses."""
    for statement in promise.statements:
        told = sorted({(t.window.first, t.window.last) for t in statement.tellings if t.window})
        apart = any(a[1] < b[0] for a, b in pairwise(told))
        if apart and len({t.witness for t in statement.tellings}) > 1:
            yield "window " + " / ".join(f"{first} to {last}" if first != last else str(first) for first, last in told)


def _of_sources(sources: Iterable[SourceSeen]) -> Iterator[Flag]:
    for source in sources:
        if source.state in ("stale", "failing", "gone"):
            detail = f"{source.name} has been {source.state} since {source.since.isoformat()}."
            yield Flag(FlagCode.STALE_SOURCE, "source", source.name, detail)
        if source.lacking:
            yield Flag(FlagCode.THIN_SOURCE, "source", source.name, source.lacking)
