"""Tells where a word that is a title elsewhere is a family name."""

from collections.abc import Sequence

from transforms.segment import Token


def ends_name(tokens: Sequence[Token], at: int, common: frozenset[str]) -> bool:
    """Whether a capital word that is a title elsewhere closes a run of capitals: "Peter King met"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    capital = tokens[at].text[0].isupper() and before.text[0].isupper() and before.low not in common
    return at > 0 and capital and not (after is not None and after.text[0].isupper())
