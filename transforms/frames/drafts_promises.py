"""Promises, claims and background events being read: the fields of their records, each value with its words."""

from dataclasses import dataclass

from transforms.mentions.model import Cited
from transforms.vocabulary import Attribution, Bound, ClaimKind, FollowUpKind, Modality, Office, Portfolio


@dataclass(slots=True)
class FollowUpDraft:
    """An event still to come. `sentence` is where it is told; `meeting` the index of the meeting that it follows."""

    sentence: int
    kind: Cited[FollowUpKind]
    modality: Cited[Modality]
    parties: list[Cited[str]]
    quote: Cited[str]
    window_start: Cited[str] | None = None
    window_end: Cited[str] | None = None
    attribution: Cited[Attribution] | None = None
    speaker: Cited[str] | None = None
    portfolio: Cited[Portfolio] | None = None
    level: Cited[Office] | None = None
    body: Cited[str] | None = None
    session_no: Cited[int] | None = None
    visitor: Cited[str] | None = None
    host: Cited[str] | None = None
    place: Cited[str] | None = None
    what: Cited[str] | None = None
    meeting: int | None = None
    formed: bool = False  # a body that is to be set up, no session of one


@dataclass(slots=True)
class PriorEventDraft:
    """An earlier meeting or session named as background."""

    sentence: int
    quote: Cited[str]
    parties: list[Cited[str]]
    window_start: Cited[str] | None = None
    window_end: Cited[str] | None = None
    body: Cited[str] | None = None
    session_no: Cited[int] | None = None


@dataclass(slots=True)
class ClaimDraft:
    """A figure or fact on the relation itself."""

    sentence: int
    kind: Cited[ClaimKind]
    parties: list[Cited[str]]
    bound: Cited[Bound]
    quote: Cited[str]
    year: Cited[int] | None = None
    value: Cited[float] | None = None
    unit: Cited[str] | None = None
