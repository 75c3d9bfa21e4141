"""From a document to its record: the whole extraction, pure and deterministic."""

from collections.abc import Sequence
from typing import TypeVar

from transforms.frames.agreements import find_agreements
from transforms.frames.claims import find_claims
from transforms.frames.follow_ups import find_follow_ups
from transforms.frames.meetings import find_meetings
from transforms.frames.outlook import can_tell
from transforms.frames.prior_events import find_prior_events
from transforms.frames.settle import Settler
from transforms.frames.signals import find_signals
from transforms.gate import why_not
from transforms.lexicon.loader import languages
from transforms.mentions.analyse import analysed
from transforms.mentions.reading import language, read
from transforms.records import Agreement, Claim, Document, FollowUp, Meeting, PriorEvent, Record, Signal
from transforms.text import normalise
from transforms.vocabulary import NullReason

R = TypeVar("R")

# Raise it with every change of what is read from a text: stored records name the version that made them.
EXTRACTOR_VERSION = "6"


def extract(document: Document) -> Record:
    """The record of a document. Never raises on any text; what is not understood is left out with a reason."""
    lang = language(document)
    if lang not in languages():
        return Record(document.id, lang, reasons=(NullReason.UNSUPPORTED_LANGUAGE,))
    if not document.text.strip():
        return Record(document.id, lang, reasons=(NullReason.EMPTY_TEXT,))
    view = normalise(document.text)
    reason = why_not(view.norm, lang)
    if reason is not None:
        return Record(document.id, lang, reasons=(reason,))
    reading = read(document, lang, view)
    if not (reading.joins() and can_tell(reading)):
        return Record(document.id, lang, reasons=(NullReason.NO_CONTACT,))
    analysis = analysed(reading)
    meetings = find_meetings(analysis)
    agreements = find_agreements(analysis, meetings)
    follow_ups = find_follow_ups(analysis, meetings)
    signals = find_signals(analysis, meetings, agreements, follow_ups)
    settler = Settler(view, analysis.title_view)

    def settled(drafts: Sequence[object], record_type: type[R], path: str) -> tuple[R, ...]:
        return tuple(settler.settle(draft, record_type, f"/{path}/{n}") for n, draft in enumerate(drafts))

    return Record(
        document.id,
        lang,
        meetings=settled(meetings, Meeting, "meetings"),
        agreements=settled(agreements, Agreement, "agreements"),
        follow_ups=settled(follow_ups, FollowUp, "follow_ups"),
        claims=settled(find_claims(analysis), Claim, "claims"),
        prior_events=settled(find_prior_events(analysis), PriorEvent, "prior_events"),
        signals=settled(signals, Signal, "signals"),
        evidence=tuple(settler.evidence),
        reasons=() if meetings else (_reason(bool(analysis.cast)),),
    )


def _reason(people: bool) -> NullReason:
    """Why an article that passed the gate told of no meeting."""
    return NullReason.BACKGROUND_ONLY if people else NullReason.NO_CONTACT
