"""From a document to its record: the whole extraction, pure and deterministic."""

from transforms.frames.meetings import find_meetings
from transforms.frames.settle import Settler
from transforms.lexicon.loader import languages
from transforms.mentions.analyse import analyse, language
from transforms.records import Document, Meeting, Record
from transforms.text import normalise
from transforms.vocabulary import NullReason

# Raise it with every change of what is read from a text: stored records name the version that made them.
EXTRACTOR_VERSION = "1"


def extract(document: Document) -> Record:
    """The record of a document. Never raises on any text; what is not understood is left out with a reason."""
    lang = language(document)
    if lang not in languages():
        return Record(document.id, lang, reasons=(NullReason.UNSUPPORTED_LANGUAGE,))
    if not document.text.strip():
        return Record(document.id, lang, reasons=(NullReason.EMPTY_TEXT,))
    view = normalise(document.text)
    analysis = analyse(document, lang, view)
    meetings = find_meetings(analysis)
    settler = Settler(view, analysis.title_view)
    return Record(
        document.id,
        lang,
        meetings=tuple(settler.settle(m, Meeting, f"/meetings/{n}") for n, m in enumerate(meetings)),
        evidence=tuple(settler.evidence),
    )
