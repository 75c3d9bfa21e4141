"""The contracts of the pipeline: what travels between stages, each field with its meaning and what null means."""

from dataclasses import dataclass, field
from datetime import date

from transforms.vocabulary import (
    AgreementStatus,
    AgreementType,
    Attribution,
    Bound,
    ClaimKind,
    FollowUpKind,
    Form,
    Format,
    LegalStage,
    Modality,
    NullReason,
    Occasion,
    Office,
    Portfolio,
    Role,
    SignalCode,
    Topic,
)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the extractor takes it: one line of the extraction format."""

    id: str  # the caller's id, given back unchanged
    text: str  # the body as published
    title: str = ""  # the headline as published; empty: none
    published: str | None = None  # ISO 8601 date or datetime as written; null: unknown
    url: str | None = None  # where it was read; null: not on the web
    lang: str | None = None  # "ar" or "en"; null: decided by content


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed, or one page or file given by hand, as received."""

    source: str  # name of the source that gave it
    guid: str | None  # the feed's own id; null: the feed gives none
    url: str | None  # link to the article; null: none given
    title: str  # headline as text; empty: none
    published: str | None  # ISO 8601 with the offset as written; null: none or not understood
    updated: str | None  # likewise, of the last change
    summary_html: str  # the longest HTML the feed carries for it; empty: none
    lang: str | None  # language that the item or its feed declares; null: undeclared
    author: str | None = None  # names of its authors, as the feed gives them; null: none


@dataclass(frozen=True, slots=True)
class Article:
    """One version of an article, ready to be extracted from."""

    id: str  # ids.article_id of its natural key
    version: str  # ids.version_id of title and text
    source: str  # name of the source that it came through
    url: str | None  # canonical address; null: none
    title: str  # headline; empty: none
    text: str  # body as plain text
    lang: str  # "ar" or "en", or the code that content detection found
    published: str | None  # ISO 8601 as written; null: unknown
    first_seen: date  # the day (UTC) on which Liqaa first received it
    origin: str | None = None  # agency that the text credits; null: the publisher itself
    side: str | None = (
        None  # ISO code of the state or organisation whose official voice the origin is; null: third party
    )
    witness: str = ""  # who tells it: the origin, else its publisher; empty: the origin, else the source

    @property
    def effective_day(self) -> date:
        """The day on which a reader could know of it: published, else first seen."""
        return date.fromisoformat(self.published[:10]) if self.published else self.first_seen


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of publication as one place gives it, and what was made of it."""

    place: str  # feed, selector, json_ld, meta, microdata, time, visible, dateline, url, updated or given
    date: str  # ISO 8601 with the offset as written, else with that of the zone that its source declares
    chosen: bool
    reason: str  # why it was chosen, or was not


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that one value of a record rests on."""

    path: str  # JSON pointer into the record, e.g. /meetings/0/date
    start: int  # first code point of the span in the published text
    end: int  # one past the last code point
    rule: str  # the rule that read it; derived.* where the words imply the value
    where: str = "text"  # "text" or "title"


@dataclass(frozen=True, slots=True)
class Participant:
    """An official named as taking part in a meeting."""

    name: str  # as printed, without titles and offices
    party: str  # ISO code or organisation code represented
    office: Office
    portfolio: Portfolio | None  # null: not a minister or deputy minister
    role: Role
    title_text: str | None = None  # the office as printed; null: none is
    institution: str | None = None  # ministry or body as printed; null: none is
    posting: str | None = None  # state or organisation an ambassador is accredited to; null: no ambassador, or not said
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact that the document reports as having taken place, on one occasion."""

    date: str | None  # YYYY-MM-DD, or YYYY-MM where only the month is known; null: no day word
    end_date: str | None  # last day of an occasion of several days; null: one day, or unknown
    form: Form
    format: Format
    city: str | None  # English exonym; null: not stated and not certain
    country: str | None  # ISO 3166-1 alpha-2 of the place; null likewise
    venue: str | None  # palace, headquarters, airport … ; null: none named
    parties: tuple[str, ...]  # sorted codes, at least two
    participants: tuple[Participant, ...]
    topics: tuple[Topic, ...]
    occasion: Occasion | None = None  # null: not told
    framework: str | None = None  # body or event by name, with session number; null: none
    about: tuple[str, ...] = ()  # third states discussed
    organisations: tuple[str, ...] = ()  # the name behind every ORG


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between parties in scope."""

    type: AgreementType
    status: AgreementStatus
    date: str | None  # day of the signature or decision; null: none, or not told
    parties: tuple[str, ...]
    topics: tuple[Topic, ...]
    title: str | None  # the noun phrase that names it, as published; null: none
    signatories: tuple[str, ...] = ()
    count: int | None = None  # "18 memoranda" under one entry; null: one instrument
    legal_stage: LegalStage | None = None  # null: none told
    meeting: int | None = None  # index of the meeting at which it was signed; null: none


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An event between parties in scope that the document says is still to come."""

    kind: FollowUpKind
    window_start: str | None  # ISO day; null with window_end: no time given, or only a vague one
    window_end: str | None
    modality: Modality
    parties: tuple[str, ...]
    quote: str  # the words of the promise, as published
    attribution: Attribution | None = None  # whose word it is; null only in records entered by hand
    speaker: str | None = None  # who says so, by name or as printed; null: nobody named
    portfolio: Portfolio | None = None  # institutional track; null: not told
    level: Office | None = None  # office that is to meet or travel; null: not told
    body: str | None = None  # committee, council or mechanism by name; null: none
    session_no: int | None = None  # number of the session promised; null: not told
    visitor: str | None = None  # party that travels; null: no visit, or not told
    host: str | None = None  # party that receives; null likewise
    place: str | None = None  # where, city in English or country code; null: not told
    what: str | None = None  # the noun phrase of the event as published; null: none
    meeting: int | None = None  # index of the meeting that it follows; null: none


@dataclass(frozen=True, slots=True)
class PriorEvent:
    """An earlier meeting or session named as background: never a meeting, but evidence for fulfilment."""

    quote: str
    parties: tuple[str, ...]
    window_start: str | None  # ISO day; null: no time given
    window_end: str | None
    body: str | None = None  # null: no body named
    session_no: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure or fact on the relation itself."""

    kind: ClaimKind
    parties: tuple[str, ...]
    year: int | None  # year that the figure is of; null: not told
    value: float | None  # in `unit`; a year for relations_since
    unit: str | None  # ISO 4217 code, "year", or what is counted; null: a bare number
    bound: Bound
    quote: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something in the text that a careful reader would mark."""

    code: SignalCode
    quote: str  # the words that raise it
    detail: str  # what it means, for a reader


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the extractor read in one document."""

    id: str
    lang: str
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    claims: tuple[Claim, ...] = ()
    prior_events: tuple[PriorEvent, ...] = ()
    signals: tuple[Signal, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[NullReason, ...] = field(default=())  # why there is no meeting; empty where there is one


# Codes of the rejections of a whole body: a source that answers so gives nothing, and does not do well.
WHOLE = frozenset(("empty_body", "bad_compression", "listing_empty", "not_a_feed", "html_not_feed", "broken_feed"))


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something received that could not be used, with the reason: nothing is dropped in silence."""

    source: str
    code: str  # stable reason code, e.g. "empty_file"
    detail: str  # one sentence for a person
    sha256: str | None  # of the bytes received; null: nothing was received
    locator: str  # file name, address or line that it concerns
