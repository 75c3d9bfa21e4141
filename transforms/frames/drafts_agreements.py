"""Agreements and signals being read: the fields of the record, each value still with the words it rests on."""

from dataclasses import dataclass, field

from transforms.mentions.model import Cited
from transforms.vocabulary import AgreementStatus, AgreementType, LegalStage, SignalCode, Topic


@dataclass(slots=True)
class AgreementDraft:
    """One instrument. `sentence` is where its act is told."""

    sentence: int
    type: Cited[AgreementType]
    status: Cited[AgreementStatus]
    parties: list[Cited[str]]
    date: Cited[str] | None = None
    topics: list[Cited[Topic]] = field(default_factory=list)
    title: Cited[str] | None = None
    signatories: list[Cited[str]] = field(default_factory=list)
    count: Cited[int] | None = None
    legal_stage: Cited[LegalStage] | None = None
    meeting: int | None = None  # index among the meetings handed in
    collective: bool = False  # "two memoranda", "several documents": gives way to the instruments themselves


@dataclass(slots=True)
class SignalDraft:
    """Something that a careful reader would mark; `quote` cites itself."""

    code: Cited[SignalCode]
    quote: Cited[str]
    detail: str
