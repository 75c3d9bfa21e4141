"""Joint bodies by name: whether two names mean one, whether words name one, and which session they number."""

import re
from collections.abc import Mapping
from functools import lru_cache

from transforms.ids import normal
from transforms.lexicon.loader import shared
from transforms.resolve.likeness import likeness

_ALIKE = 85  # of 100: names of a kind that no list knows
_WORD = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+")
_PREFIXES = ("وال", "بال", "فال", "لل", "ال", "و", "ل", "ب")
_TEEN = "عشر"  # the second word of the Arabic numbers from 11 to 19
_REACH = 3  # words between a number and the session that it counts


def same_body(a: str, b: str) -> bool | None:
    """Whether two names mean one committee or council, numbers of sessions aside; null: the names do not tell."""
    if normal(a) == normal(b):
        return True
    left, right = _profile(a), _profile(b)
    if left[0] and right[0]:
        if not left[0] & right[0]:
            return False
        return not (left[1] and right[1]) or bool(left[1] & right[1])
    if normal(a).isascii() != normal(b).isascii():
        return None
    return bool(likeness(normal(a), normal(b)) >= _ALIKE)


def names_body(words: str, body: str) -> bool:
    """Whether some words, of a report between the same parties, name a body: what it is, and what it is about."""
    kinds, subjects = _profile(body)
    told_kinds, told_subjects = _profile(words)
    return bool(kinds & told_kinds) and (not subjects or bool(subjects & told_subjects))


def body_key(name: str) -> tuple[str, str | None]:
    """What a body is and what it is about first, by the words of its name in any language; null: it is about nothing.

    A name of a kind that no list knows is its own words, numbers aside.
    """
    words = _WORD.findall(normal(name))
    kinds, subjects = (_first(table, words) for table in ("class", "subject"))
    return (kinds, subjects) if kinds else (" ".join(word for word in words if not word[0].isdecimal()), None)


def session_in(words: str) -> int | None:
    """The number of the session that some words tell of; null: none is told, or several."""
    found = set(_sessions(words))
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _profile(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a body is, and what it is about, by the words of its name."""
    stems = {stem for word in _WORD.findall(normal(name)) for stem in _stems(word)}
    return _known("class", stems), _known("subject", stems)


def _known(table: str, stems: set[str]) -> frozenset[str]:
    words = _table(table)
    return frozenset(words[stem] for stem in stems if stem in words)


def _first(table: str, words: list[str]) -> str | None:
    known = _table(table)
    return next((known[stem] for word in words for stem in _stems(word) if stem in known), None)


@lru_cache
def _table(name: str) -> Mapping[str, str]:
    if name == "session":
        return dict.fromkeys(shared("bodies")["session"]["words"], "session")
    return {form: value for value, forms in shared("bodies")[name].items() for form in forms}


def _stems(word: str) -> list[str]:
    return [word, *(word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))]


def _sessions(words: str) -> list[int]:
    tokens = [token for token in _WORD.findall(normal(words)) if token != "ال"]  # of "الـ5"
    marks = [n for n, token in enumerate(tokens) if any(stem in _table("session") for stem in _stems(token))]
    numbers = ((n, _number(tokens, n)) for n in range(len(tokens)))
    return [
        number
        for n, number in numbers
        if number is not None and any(0 < abs(n - mark) <= _REACH and _joined(tokens, n, mark) for mark in marks)
    ]


def _joined(tokens: list[str], number: int, mark: int) -> bool:
    """A number counts a session beside it: "third regular session", "دورتها الثالثة"; digits stand at most one off."""
    return not tokens[number].isdecimal() or abs(number - mark) == 1


def _number(tokens: list[str], n: int) -> int | None:
    token = tokens[n]
    if token[0].isdecimal():
        value = int(token.rstrip("stndrh"))
        return value if 0 < value < 100 else None
    ordinals = _table("ordinal")
    for stem in _stems(token):
        if stem in ordinals:
            teen = n + 1 < len(tokens) and tokens[n + 1].startswith(_TEEN) and not tokens[n + 1].startswith("عشري")
            return int(ordinals[stem]) + (10 if teen else 0)
    return None
