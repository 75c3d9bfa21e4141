"""Looks up words of time in a match: the first of a class, its numbers, the word that makes a unit next or last."""

from collections.abc import Sequence

from transforms.time.words import Item

Shape = dict[str, str | int]
_SIGN = {"x": 1, "l": -1, "t": 0, "T": 0}


def first(items: Sequence[Item], letters: str) -> Item | None:
    """The first item of some letters; null: none."""
    return next((item for item in items if item.letter in letters), None)


def values(items: Sequence[Item], letters: str) -> list[int]:
    """The numbers of the items of some letters, in order."""
    return [int(item.value) for item in items if item.letter in letters]


def relative(items: Sequence[Item], noun: str) -> int | None:
    """The offset that a word beside a unit gives it: next week 1, this week 0, last week -1; null: none beside it."""
    for n, item in enumerate(items):
        if item.letter not in noun:
            continue
        for beside in (n - 1, n + 1):
            if 0 <= beside < len(items) and items[beside].letter in _SIGN:
                modifier = items[beside]
                return _SIGN[modifier.letter] * int(modifier.value)
    return None
