"""Marks that machine-made copy may leave in a text: what is found, and no verdict on who wrote it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from transforms.lexicon.loader import shared

_QUOTED = 80  # letters of a mark that are quoted


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: what kind of, and the words."""

    kind: str
    quote: str


def marks_in(text: str) -> tuple[Mark, ...]:
    """The first mark of each kind in a text, in the order of kinds."""
    found = []
    for kind, pattern in _patterns().items():
        match = pattern.search(text)
        if match:
            found.append(Mark(kind, " ".join(match.group().split())[:_QUOTED]))
    return tuple(found)


@lru_cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{each})" for each in rows), re.IGNORECASE | re.MULTILINE)
        for kind, rows in shared("machine_marks").items()
    }
