"""Meetings being read: the fields of the record, each value still with the words it rests on."""

from dataclasses import dataclass, field

from transforms.mentions.model import Cited
from transforms.vocabulary import Form, Format, Occasion, Office, Portfolio, Role, Topic


@dataclass(slots=True)
class ParticipantDraft:
    """One official at a meeting."""

    key: int  # index in Analysis.cast
    name: Cited[str]
    party: Cited[str]
    office: Cited[Office]
    portfolio: Cited[Portfolio] | None
    role: Cited[Role]
    title_text: Cited[str] | None = None
    institution: Cited[str] | None = None
    posting: Cited[str] | None = None
    acting: bool = False


@dataclass(slots=True)
class MeetingDraft:
    """One meeting. `sentence` anchors it; `sentences` are all that tell of it."""

    sentence: int
    form: Cited[Form]
    format: Cited[Format]
    parties: list[Cited[str]]
    participants: list[ParticipantDraft]
    date: Cited[str] | None = None
    end_date: Cited[str] | None = None
    city: Cited[str] | None = None
    country: Cited[str] | None = None
    venue: Cited[str] | None = None
    topics: list[Cited[Topic]] = field(default_factory=list)
    occasion: Cited[Occasion] | None = None
    framework: Cited[str] | None = None
    about: list[Cited[str]] = field(default_factory=list)
    organisations: list[Cited[str]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    secondary: bool = False  # a banquet or airport welcome: counts only where no talks are told
