"""Words as a search compares them: Arabic and English, spelling variants, articles and endings aside."""

import re
from functools import lru_cache

from transforms.text import fold

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
# A hamza on its seat or alone is written in many ways (مسؤول, مسئول), and often not at all.
_HAMZA = dict.fromkeys(map(ord, "ؤئء"))
# As in light stemming (Larkey et al. 2007): what stands before a noun, and the endings of number, gender, possession.
_BEFORE = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_AFTER = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا")
_SHORTEST = 3  # letters that a word keeps


def search_words(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which they are looked up."""
    found = _WORD.findall(fold(text.translate(_HAMZA)).casefold())
    return tuple(_arabic(word) if _ARABIC.search(word) else word for word in found)


@lru_cache(maxsize=65536)  # few words make up most of all texts
def _arabic(word: str) -> str:
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= _SHORTEST:
            word = word[len(before) :]
            break
    while word.startswith("و") and len(word) > _SHORTEST:
        # Also where it belongs to the word: "وزير" must be one with "ووزير" and "والوزير".
        word = word[1:]
    for after in _AFTER:
        if word.endswith(after) and len(word) - len(after) >= _SHORTEST:
            word = word[: -len(after)]
    return word
