"""Tokens and sentences of a normal form, in Arabic and Latin script alike."""

import re
from dataclasses import dataclass
from typing import NamedTuple

# A word (digits apart from letters), or one sign; the sign of a hashtag is none: "#Riyadh" is Riyadh.
# Apostrophes inside Latin words split off the possessive.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?=\D|$)|[^\W\d_]+|'s(?=\W|$)|[^\w\s#]|#(?!\w)|_")
_BREAK = re.compile(r"\n+|[.!?؟…]+[\"')\]]*(?=\s|$)|(?<=[\u0600-\u06ff])\.(?=[\u0600-\u06ff\"(])")
# Words whose full stop ends no sentence; single letters are initials.
_ABBREVIATIONS = frozenset(
    (
        "dr mr mrs ms prof gen lt col maj capt brig adm amb eng sen rep hon st no vs inc ltd co jan feb mar "
        "apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e h.e h.h h.m h.r.h u.s u.k "
        "u.n u.a.e a.m p.m ma md sgt sh vol art smt shri drs ing cmdr cdr gov pres messrs ret retd rtd fr sr jr "
        "supt insp"
    ).split()
)
_LAST_WORD = re.compile(r"([^\W\d_](?:[\w.']*\w)?)$")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\d{1,2}$")


class Token(NamedTuple):
    """One word or sign. Offsets are into the normal form of the whole text."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the normal form, its tokens, and the paragraph it stands in."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int


def tokenise(norm: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of norm[start:end], with offsets into norm."""
    found = _TOKEN.finditer(norm, start, len(norm) if end is None else end)
    make = tuple.__new__  # a NamedTuple's own constructor takes twice the time
    return tuple([make(Token, (t := m.group(), t.lower(), m.start(), m.end())) for m in found])


def sentences(norm: str) -> tuple[Sentence, ...]:
    """The sentences of a normal form; a line break always ends one."""
    out: list[Sentence] = []
    begin = 0
    paragraph = 0
    for match in _BREAK.finditer(norm):
        line_break = match.group()[0] == "\n"
        if not line_break and _is_abbreviation(norm, begin, match.start()):
            continue
        _append(out, norm, begin, match.start() if line_break else match.end(), paragraph)
        begin = match.end()
        paragraph += line_break
    _append(out, norm, begin, len(norm), paragraph)
    return tuple(out)


def _append(out: list[Sentence], norm: str, begin: int, end: int, paragraph: int) -> None:
    tokens = tokenise(norm, begin, end)
    if tokens:
        out.append(Sentence(len(out), tokens[0].start, tokens[-1].end, tokens, paragraph))


def _is_abbreviation(norm: str, begin: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an initial, a title, a short month or a list number."""
    if norm[stop] != ".":
        return False
    head = norm[max(begin, stop - 24) : stop]
    if _LIST_NUMBER.search(norm[max(0, stop - 6) : stop]):
        return True
    word = _LAST_WORD.search(head)
    if not word:
        return False
    last = word.group().lower()
    if len(last) == 1 and not (last.isascii() and last.isalpha()):
        return _single_arabic_letter(norm, stop)
    return len(last) == 1 or last in _ABBREVIATIONS


def _single_arabic_letter(norm: str, stop: int) -> bool:
    """An Arabic abbreviation letter («د.», «م.») stands before a name: a space and a letter follow."""
    return bool(re.match(r"\.\s*[\u0621-\u064a]", norm[stop : stop + 4]))
