"""The origin of a report: the agency that its text credits, and whose official voice that agency is."""

from transforms.lexicon.loader import languages, load
from transforms.segment import sentences
from transforms.text import normalise

_HEAD = 400  # a credit stands in the dateline or the first sentence …
_TAIL = 250  # … or in brackets at the end


def origin_of(text: str, lang: str) -> tuple[str | None, str | None]:
    """The agency that a text credits and the ISO code of its state; both null where none is credited."""
    if lang not in languages():
        return None, None
    gazetteer = load(lang).gazetteer
    ends = [text[:_HEAD], text[-_TAIL:]] if len(text) > _HEAD else [text]
    for part in ends:
        for sentence in sentences(normalise(part).norm):
            for hit in gazetteer.find(sentence.tokens):
                if hit.entry.kind == "agency":
                    home = hit.entry.attrs.get("home")
                    return hit.entry.value, str(home) if home else None
    return None, None
