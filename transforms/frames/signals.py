"""Marks what a careful reader would mark in a text, with the words that raise it and what they mean."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from transforms.frames.drafts import MeetingDraft
from transforms.frames.drafts_agreements import AgreementDraft, SignalDraft
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.segment import Token
from transforms.time.model import Precision, TimeExpr, Window
from transforms.time.resolve import resolve
from transforms.vocabulary import AgreementStatus, Attribution, Modality, Office, SignalCode

_LATIN = re.compile(r"[A-Za-z]+")
_ELLIPSIS = re.compile(r"(?:\.{3,}|…|\[\s*\.*\s*\])[\s\"')\]]*$")
_CUT_AT = frozenset(",،;؛:-([")
_NO_DATE_DUE = (Modality.CANCELLED, Modality.POSTPONED)
_UNSIGNED = (Attribution.OUTLET, Attribution.UNNAMED)


class Promise(Protocol):
    """What the signals need of a follow-up."""

    modality: Cited[Modality]
    quote: Cited[str]
    window_start: Cited[str] | None
    window_end: Cited[str] | None
    attribution: Cited[Attribution] | None


def find_signals(
    analysis: Analysis,
    meetings: Sequence[MeetingDraft],
    agreements: Sequence[AgreementDraft],
    follow_ups: Sequence[Promise],
) -> list[SignalDraft]:
    """The signals of a document, in the order of the words that raise them, each quote once a code.

    A text that tells of no meeting, instrument or promise is not read for them, except that it breaks off.
    """
    if not (meetings or agreements or follow_ups):
        return list(_truncated(analysis))
    found = [
        *_former_names(analysis),
        *_foreign_fragments(analysis),
        *_undisclosed(analysis, agreements),
        *_promises(follow_ups),
        *_missing_offices(meetings),
        *_date_conflicts(analysis, meetings),
        *_hedges(analysis),
        *_truncated(analysis),
    ]
    found.sort(key=lambda s: (s.quote.start, s.quote.end, s.code.value))
    return list({(s.code.value, s.quote.value): s for s in reversed(found)}.values())[::-1]


def _signal(analysis: Analysis, code: SignalCode, start: int, end: int, detail: str) -> SignalDraft:
    rule = f"signal.{code.value}"
    quote = Cited(analysis.view.published(start, end), start, end, rule)
    return SignalDraft(Cited(code, start, end, rule), quote, detail)


def _former_names(analysis: Analysis) -> Iterator[SignalDraft]:
    """Names that their city no longer bore on the day of publication; of the past they may well be told."""
    seen: set[str] = set()
    for scene in analysis.scenes:
        for hit in scene.of("city"):
            since = hit.entry.attrs.get("former_until")
            if not isinstance(since, str) or hit.entry.value in seen:
                continue
            changed = date.fromisoformat(since)
            if (analysis.published is not None and analysis.published < changed) or _all_before(
                scene, changed, analysis.published
            ):
                continue
            seen.add(hit.entry.value)
            detail = f"{hit.entry.value} since {since}"
            yield _signal(analysis, SignalCode.FORMER_PLACE_NAME, hit.start, hit.end, detail)


def _all_before(scene: Scene, day: date, published: date | None) -> bool:
    """Whether the sentence tells only of days before a day."""
    windows = [resolve(time, published, future=False) for time in scene.times]
    ends = [w.end for w in windows if isinstance(w, Window) and w.end is not None]
    return bool(ends) and all(end < day for end in ends)


def _foreign_fragments(analysis: Analysis) -> Iterator[SignalDraft]:
    """English connectives inside a text of another script: what a careless machine translation leaves."""
    connectives = load(analysis.lang).words.get("foreign_connectives", frozenset())
    if not connectives:
        return
    for scene in analysis.scenes:
        for run in _latin_runs(scene.sentence.tokens):
            if any(token.low in connectives for token in run) and len(run) < len(scene.sentence.tokens):
                words = analysis.view.published(run[0].start, run[-1].end)
                detail = f"English inside the text: {words}"
                yield _signal(analysis, SignalCode.FOREIGN_LANGUAGE_FRAGMENT, run[0].start, run[-1].end, detail)


def _latin_runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if _LATIN.fullmatch(token.text):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _undisclosed(analysis: Analysis, agreements: Sequence[AgreementDraft]) -> Iterator[SignalDraft]:
    for draft in agreements:
        if draft.status.value is AgreementStatus.UNDISCLOSED:
            start, end = min(draft.status.start, draft.type.start), max(draft.status.end, draft.type.end)
            if draft.title is not None:
                start, end = min(start, draft.title.start), max(end, draft.title.end)
            detail = "the text withholds what was agreed, or whether it was signed"
            yield _signal(analysis, SignalCode.UNDISCLOSED_AGREEMENT, start, end, detail)


def _promises(follow_ups: Sequence[Promise]) -> Iterator[SignalDraft]:
    for promise in follow_ups:
        quote = promise.quote
        if promise.window_start is None and promise.window_end is None and promise.modality.value not in _NO_DATE_DUE:
            yield _of_quote(SignalCode.UNDATED_PROMISE, quote, "no date is given")
        if promise.attribution is None or promise.attribution.value in _UNSIGNED:
            yield _of_quote(SignalCode.UNATTRIBUTED_PROMISE, quote, "nobody is named who says so")


def _of_quote(code: SignalCode, quote: Cited[str], detail: str) -> SignalDraft:
    return SignalDraft(Cited(code, quote.start, quote.end, f"signal.{code.value}", quote.where), quote, detail)


def _missing_offices(meetings: Sequence[MeetingDraft]) -> Iterator[SignalDraft]:
    """Participants whom the text gives no office, a prince among the delegates for instance."""
    seen: set[str] = set()
    for meeting in meetings:
        for person in meeting.participants:
            if person.office.value is Office.OFFICIAL and person.title_text is None and person.name.value not in seen:
                seen.add(person.name.value)
                detail = f"no office is given for {person.name.value}"
                yield _of_quote(SignalCode.OFFICE_MISSING, person.name, detail)


def _date_conflicts(analysis: Analysis, meetings: Sequence[MeetingDraft]) -> Iterator[SignalDraft]:
    """A weekday that is not the date's, and an event reported before its day."""
    for scene in analysis.scenes:
        for time in scene.times:
            said = dict(time.shape).get("weekday")
            day = _day(time, analysis.published)
            if isinstance(said, int) and day is not None and day.weekday() != said:
                detail = f"{day.isoformat()} is a {day:%A}"
                yield _signal(analysis, SignalCode.DATE_CONFLICT, time.start, time.end, detail)
    for meeting in meetings:
        if meeting.date is None or analysis.published is None or len(meeting.date.value) != 10:
            continue
        if date.fromisoformat(meeting.date.value) > analysis.published:
            detail = f"told as past on {analysis.published.isoformat()}"
            yield _of_quote(
                SignalCode.DATE_CONFLICT,
                Cited(
                    analysis.view.published(meeting.date.start, meeting.date.end),
                    meeting.date.start,
                    meeting.date.end,
                    meeting.date.rule,
                ),
                detail,
            )


def _day(time: TimeExpr, published: date | None) -> date | None:
    """The day that an expression names apart from its weekday; null where only the weekday tells it."""
    shape = dict(time.shape)
    offset = shape.get("offset")
    if shape.get("kind") == "relday" and isinstance(offset, int):
        return published + timedelta(offset) if published is not None else None
    if shape.get("kind") != "date":
        return None
    window = resolve(time, published, future=False)
    is_day = isinstance(window, Window) and window.precision is Precision.DAY
    return window.start if is_day and isinstance(window, Window) else None


def _hedges(analysis: Analysis) -> Iterator[SignalDraft]:
    for scene in analysis.scenes:
        hits = scene.of("hedged_source")
        if hits:
            yield _signal(analysis, SignalCode.HEDGED_SOURCE, hits[0].start, hits[0].end, "the source is not named")


def _truncated(analysis: Analysis) -> Iterator[SignalDraft]:
    """A text that breaks off: an ellipsis, a dangling word or comma, or a link to the rest."""
    if not analysis.scenes:
        return
    words = load(analysis.lang).words
    tokens = analysis.scenes[-1].sentence.tokens
    last = tokens[-1]
    tail = analysis.view.norm[max(0, last.start - 8) :].rstrip()
    checks: tuple[Callable[[], bool], ...] = (
        lambda: bool(_ELLIPSIS.search(tail)),
        lambda: last.text in _CUT_AT,
        lambda: last.low in words["dangling"] and len(tokens) > 1,
        lambda: any(token.low in words["cut_marks"] for token in tokens[-2:]) and len(tokens) < 4,
    )
    if any(check() for check in checks):
        start = tokens[max(0, len(tokens) - 6)].start
        yield _signal(analysis, SignalCode.TRUNCATED_TEXT, start, last.end, "the text breaks off")
