"""Tells where a word that is a title elsewhere is one of the names of somebody."""

from collections.abc import Sequence

from transforms.lexicon.loader import Lexicon
from transforms.segment import Token


def ends_name(tokens: Sequence[Token], at: int, common: frozenset[str]) -> bool:
    """Whether a capital word that is a title elsewhere closes a run of capitals: "Peter King met"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    capital = tokens[at].text[0].isupper() and before.text[0].isupper() and before.low not in common
    return at > 0 and capital and not (after is not None and after.text[0].isupper())


def is_inner(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an Arabic style without its article is one of somebody's names: «حسن شيخ علي», «أمير خان متقي»."""
    low, words = tokens[at].low, lexicon.words
    if at + 1 >= len(tokens) or low not in words["inner_names"]:
        return False
    first = low in words["given_names"] or low in words["first_names"]
    after = tokens[at + 1].low
    named = after in words["given_names"] or after in words["first_names"]
    if first and (named or after in words["name_links"] or after in words["family_styles"]):
        return True
    before = tokens[at - 1].low
    known = after in words["common"] or after in words["everyday"] or after.startswith(lexicon.morphology.article)
    led = before in words["given_names"] or before in words["first_names"]
    return low not in words["ruling_styles"] and led and not known
