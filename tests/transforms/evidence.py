"""Re-reads the evidence of a record: every value has a span, in the text, and the span alone says the value."""

from collections.abc import Iterator
from typing import Any

from transforms.codec import record_to_json
from transforms.lexicon.loader import load
from transforms.records import Document, Record
from transforms.segment import sentences, tokenise
from transforms.text import fold, normalise
from transforms.time.find import find_times

_PLAIN = ("name", "quote", "title", "title_text", "what", "body", "speaker")
_CODED = {
    "parties": ("country", "demonym", "organisation", "org_adjective", "region", "home_alias", "city", "office"),
    "party": ("country", "demonym", "organisation", "org_adjective", "region", "home_alias", "office"),
    "topics": ("topic", "topic_head"),
    "office": ("office", "office_plural"),
    "portfolio": ("portfolio", "office", "office_plural"),
    "city": ("city", "former_city"),
}
_TIMED = ("date", "end_date", "window_start", "window_end")
_SKIPPED = ("id", "lang", "evidence", "reasons")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every non-null leaf of a record's JSON with its pointer."""
    if isinstance(value, dict):
        for key, item in value.items():
            if not (path == "" and key in _SKIPPED):
                yield from leaves(item, f"{path}/{key}")
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from leaves(item, f"{path}/{n}")
    elif value is not None:
        yield path, value


def faults(document: Document, record: Record) -> list[str]:
    """What is wrong with the evidence of a record, one line each; none where all is well."""
    texts = {"text": document.text, "title": document.title}
    bounds = {
        where: [view.span(s.start, s.end) for s in sentences(view.norm)]
        for where, text in texts.items()
        for view in (normalise(text),)
    }
    entries = {e.path: e for e in record.evidence}
    found: list[str] = []
    for path, value in leaves(record_to_json(record)):
        entry = entries.get(path)
        if entry is None:
            found.append(f"{path}: {value!r} has no evidence")
            continue
        text = texts[entry.where]
        if not 0 <= entry.start < entry.end <= len(text):
            found.append(f"{path}: span {entry.start}-{entry.end} is outside the text")
            continue
        if not any(a <= entry.start and entry.end <= b for a, b in bounds[entry.where]):
            found.append(f"{path}: the span is more than a sentence")
        if not entry.rule.startswith("derived.") and not _says(path, value, text[entry.start : entry.end], record.lang):
            found.append(f"{path}: {text[entry.start : entry.end]!r} does not say {value!r} ({entry.rule})")
    return found


def _says(path: str, value: Any, words: str, lang: str) -> bool:
    """Whether words alone say a value."""
    parts = [p for p in path.split("/") if not p.isdigit()]
    field = parts[-1]
    if field in _PLAIN and isinstance(value, str):
        return fold(value) in fold(words) or value in words
    tokens = tokenise(normalise(words).norm)
    if field in _TIMED:
        return bool(find_times(tokens, lang))
    kinds = _CODED.get(field)
    if kinds is None:
        return True
    hits = [h for h in load(lang).gazetteer.find(tokens) if h.entry.kind in kinds]
    codes = {h.entry.value for h in hits}
    codes |= {
        str(h.entry.attrs.get(key))
        for h in hits
        for key in ("country", "now", "party", "portfolio", "default_portfolio")
    }
    codes |= {str(c) for h in hits for c in (h.entry.attrs.get("candidates") or ())}  # type: ignore[attr-defined]
    if field == "office":
        return bool(hits)
    return value in codes
