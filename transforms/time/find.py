"""Finds the time expressions of a sentence."""

from collections.abc import Sequence

from transforms.segment import Token
from transforms.time.items import Shape
from transforms.time.model import TimeExpr
from transforms.time.read import read
from transforms.time.rules import RULES, STARTS
from transforms.time.words import Item, Line, read_words, telling_stretches, week_start

_OUTSIDE = "iwrOI,("  # letters at the edge of a match that are no part of the expression's words
_WHOLE = frozenset({"in", "within", "bound", "ago"})  # rules whose first word says what the expression means


def find_times(tokens: Sequence[Token], lang: str) -> tuple[TimeExpr, ...]:
    """All time expressions of one sentence: non-overlapping, the longest first at each place, in order.

    Offsets are those of the tokens; a language without a lexicon has none.
    """
    found: list[TimeExpr] = []
    for begin, end in telling_stretches(tokens, lang):
        line = read_words(tokens, lang, begin, end)
        at = 0
        while match := STARTS.search(line.letters, at):
            expr, at = _longest(line, match.start(), lang)
            if expr:
                found.append(expr)
    return tuple(found)


def _longest(line: Line, at: int, lang: str) -> tuple[TimeExpr | None, int]:
    """The longest expression that starts at an item, and the item to go on from."""
    ends = [(m.end(), -n) for n, rule in enumerate(RULES) if (m := rule.pattern.match(line.letters, at))]
    for end, n in sorted(ends, reverse=True):
        rule = RULES[-n]
        items = line.items[at:end]
        shape = read(rule.name, items) if end > at else None
        if shape is not None:
            if shape["kind"] == "week":
                shape["week_start"] = week_start(lang)
            return _expression(rule.name, items, shape), end
    return None, at + 1


def _expression(rule: str, items: list[Item], shape: Shape) -> TimeExpr:
    inner = list(items)
    while len(inner) > 1 and inner[0].letter in _OUTSIDE and rule not in _WHOLE:
        inner = inner[1:]
    while len(inner) > 1 and inner[-1].letter in _OUTSIDE:
        inner = inner[:-1]
    return TimeExpr(
        inner[0].start,
        inner[-1].end,
        inner[0].first,
        max(inner[-1].last, inner[0].first + 1),
        f"time.{rule}",
        tuple(sorted(shape.items())),
    )
