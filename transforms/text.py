"""A normalised view of a text that maps every offset back to the text as published."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

# One-to-one replacements: spelling variants that never change what a word means to a matcher.
_FOLD = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ئ": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۃ": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ؤ": "و",
    "ک": "ك",
    "ڪ": "ك",
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
    **dict.fromkeys("«»“”„‟″〝〞", '"'),
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r", " "
    ),
    "٪": "%",
    "٫": ".",
    "٬": ",",
}

# Characters that carry no meaning for matching: tatweel inside words, diacritics, zero-width and direction marks.
_DROP = (
    "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-"
    "\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_ENTITY = r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
_SPECIAL = re.compile(f"[{_DROP}]+|{_ENTITY}")
_LIGATURE = {"ﻻ": "لا", "ﻷ": "لا", "ﻹ": "لا", "ﻵ": "لا", "ﻼ": "لا", "ﻸ": "لا", "ﻺ": "لا", "ﻶ": "لا"}
_LIGATURES = re.compile("[" + "".join(_LIGATURE) + "]")


@dataclass(frozen=True, slots=True)
class View:
    """A text in normal form, with the way back.

    `norm` has spelling variants folded (alef, hamza, ta marbuta, Persian letters, digits, quotes, dashes) and
    tatweel, diacritics and invisible marks removed; letter case is kept. All offsets elsewhere are offsets into
    `norm`; `span` turns them into code-point offsets of `source`.
    """

    source: str
    norm: str
    _cuts: tuple[int, ...] = ()  # offsets in norm at which the shift changes, ascending
    _shifts: tuple[int, ...] = ()  # source offset minus norm offset, from that cut on

    def to_source(self, offset: int) -> int:
        """The source offset of the character at `offset` of the normal form."""
        if not self._cuts:
            return offset
        i = bisect_right(self._cuts, offset) - 1
        return offset + self._shifts[i] if i >= 0 else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a non-empty span of the normal form; trailing removed marks are left out."""
        return self.to_source(start), self.to_source(end - 1) + 1

    def published(self, start: int, end: int) -> str:
        """The words of a span as published."""
        a, b = self.span(start, end)
        return self.source[a:b]


def normalise(text: str) -> View:
    """The normal form of a text, with its map back."""
    if not _SPECIAL.search(text) and not _LIGATURES.search(text):
        return View(text, _folded(text))
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    position = 0
    length = 0

    def emit(piece: str, source_start: int) -> None:
        nonlocal length
        if not piece:
            return
        shift = source_start - length
        if not shifts or shifts[-1] != shift:
            cuts.append(length)
            shifts.append(shift)
        parts.append(piece)
        length += len(piece)

    for match in re.finditer(f"{_SPECIAL.pattern}|{_LIGATURES.pattern}", text):
        emit(text[position : match.start()], position)
        found = match.group()
        if found in _LIGATURE:
            for letter in _LIGATURE[found]:
                emit(letter, match.start())
        elif found[0] == "&":
            decoded = html.unescape(found)
            emit(" " if len(decoded) != 1 else decoded, match.start())
        position = match.end()
    emit(text[position:], position)
    norm = _folded("".join(parts))
    return View(text, norm, tuple(cuts), tuple(shifts))


def _folded(text: str) -> str:
    """The spelling variants of a text replaced: one pass a variant that occurs takes a tenth of a table's time."""
    for variant, letter in _FOLD.items():
        if variant in text:
            text = text.replace(variant, letter)
    return text


def fold(text: str) -> str:
    """The normal form alone, for lexicon entries and comparisons."""
    return normalise(text).norm
