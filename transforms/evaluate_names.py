"""Whether two spellings in one script are one person's name, as an evaluation judges it: leniently."""

import re
import unicodedata
from difflib import SequenceMatcher

_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None},
)
_TITLES = re.compile(
    r"\b(prince|princess|king|sheikh|shaikh|dr|mr|mrs|ms|h\.?e|his|her|excellency|royal|highness|gen|general|lt|col"
    r"|eng)\b\.?",
    re.IGNORECASE,
)
_ABD = re.compile(r"\bعبد\s+ال")  # «عبد العزيز» and «عبدالعزيز» are one name
_NO_WORD = re.compile(r"[^\w]+")
_LIKE = 0.84  # of the letters in order: spellings of one transliterated name reach it, other names rarely do


def plain_name(name: str) -> str:
    """A name without diacritics, titles and the differences of spelling that do not count."""
    marks_apart = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in marks_apart if not unicodedata.combining(c)).translate(_LETTERS).lower()
    joined = _ABD.sub("عبدال", _TITLES.sub(" ", letters))
    return _NO_WORD.sub(" ", joined).strip()


def same_name(a: str, b: str) -> bool:
    """Whether two names are one: equal, one within the other, or nearly the same letters."""
    a, b = plain_name(a), plain_name(b)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    if len(short) >= 2 and all(word in long for word in short):
        return True
    if len(short) == 1 and short[0] in long and len(short[0]) > 3:
        return len(long) <= 2
    return SequenceMatcher(None, a, b).ratio() >= _LIKE
