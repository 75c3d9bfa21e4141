"""The name that closes an item of an Arabic list, whatever words of its office no lexicon knows."""

from collections.abc import Sequence

from transforms.lexicon.morphology import Morphology
from transforms.mentions.names import NameReader, NameSpan
from transforms.segment import Token

_LONG = 16  # tokens of an item behind the head of its office
_SIGNS = "،,."
_PAIR = 2  # a given name and a family name


def closing_name(
    names: NameReader,
    tokens: Sequence[Token],
    head: tuple[int, int],
    blocked: Sequence[bool],
    honorific: Sequence[bool],
    firsts: frozenset[str],
    morphology: Morphology,
) -> NameSpan | None:
    """The name right before the comma that ends an item, where a comma stands before its office too.

    «، ومدير جمارك المنطقة الشمالية حسن بلحاج، و…»: `head` are the first token of the office and the one behind what was
    read of it. The name begins with a known given name or behind a style; or it is the two last words of the item.
    """
    first, start = head
    if first == 0 or tokens[first - 1].text not in _SIGNS:
        return None
    article, conjunction = morphology.article, morphology.conjunctions[0]
    end = _end(tokens, start, conjunction)
    if end is None:
        return None
    for at in range(start + 1, end - 1):
        given = tokens[at].low in firsts and not tokens[at].low.startswith(article)
        if blocked[at] or not (given or honorific[at - 1]):
            continue
        name = names.forward(tokens, at, blocked)
        if name is not None and name.last == end:
            return name
    at = end - _PAIR
    if at <= start or tokens[at].low.startswith(conjunction) or tokens[at - 1].low in names.links:
        return None
    name = names.forward(tokens, at, blocked)
    return name if name is not None and name.last == end else None


def _end(tokens: Sequence[Token], start: int, conjunction: str) -> int | None:
    """Where an item ends: at a comma before «و», or where its sentence ends; null: it does not end soon."""
    for at in range(start, min(len(tokens), start + _LONG)):
        if tokens[at].text in _SIGNS:
            goes_on = at + 1 < len(tokens) and tokens[at + 1].low.startswith(conjunction)
            return at if goes_on or at + 1 == len(tokens) else None
        if not tokens[at].text[0].isalpha():
            return None
    return None
