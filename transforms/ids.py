"""Stable ids: versioned hashes of natural keys, the same on any machine and in any order of arrival."""

import hashlib

from transforms.text import fold

# First byte of every id: raise it when a key below changes its meaning, and old ids stay recognisable.
SCHEME = "1"
_LENGTH = 24  # hex digits kept: 96 bits, collision odds below 1e-9 for 10 million rows


def _digest(kind: str, *parts: str | int | None) -> str:
    """Hash of a kind and its key; empty parts are skipped by name, so a later optional part changes no old id."""
    fields = [f"{n}:{part}" for n, part in enumerate(parts) if part not in (None, "")]
    raw = "\x1f".join([kind, *fields]).encode("utf-8", "surrogatepass")
    return SCHEME + hashlib.sha256(raw).hexdigest()[:_LENGTH]


def article_id(source: str | None, guid: str | None, url: str | None, text: str) -> str:
    """Id of an article: its source and guid, else its canonical address, else its text."""
    if source and guid:
        return _digest("article-guid", source, guid)
    if url:
        return _digest("article-url", url)
    return _digest("article-text", normal(text))


def version_id(title: str, text: str) -> str:
    """Id of one wording of an article."""
    return _digest("version", title, text)


def report_id(kind: str, article: str, anchor: str, nth: int) -> str:
    """Id of one report of a meeting, promise or agreement: article, kind, anchor sentence, n-th of it there."""
    return _digest("report", kind, article, normal(anchor), nth)


def row_id(kind: str, *parts: str | int | None) -> str:
    """Id of any other row by its natural key (parties, participations, names, flags)."""
    return _digest(kind, *parts)


def decision_id(nth: int, *parts: str | int | None) -> str:
    """Id of the n-th decision of people in a home; ids sort in the order in which decisions were made."""
    return f"{SCHEME}{nth:08x}{_digest('decision', nth, *parts)[9:]}"


def bytes_id(data: bytes) -> str:
    """SHA-256 of bytes as received: the name they are archived under."""
    return hashlib.sha256(data).hexdigest()


def normal(text: str) -> str:
    """The form of a sentence that ids are made of: folded, lower case, single spaces."""
    return " ".join(fold(text).lower().split())
