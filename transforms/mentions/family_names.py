"""Tells where a word that is a title elsewhere is one of the names of somebody."""

from collections.abc import Mapping, Sequence

from transforms.segment import Token


def ends_name(tokens: Sequence[Token], at: int, common: frozenset[str]) -> bool:
    """Whether a capital word that is a title elsewhere closes a run of capitals: "Peter King met"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    capital = tokens[at].text[0].isupper() and before.text[0].isupper() and before.low not in common
    return at > 0 and capital and not (after is not None and after.text[0].isupper())


def is_inner(tokens: Sequence[Token], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether an Arabic style without its article is one of somebody's names: «حسن شيخ علي», «أمير خان متقي»."""
    low = tokens[at].low
    if at + 1 >= len(tokens) or low not in words.get("inner_names", ()):
        return False
    firsts = words["given_names"] | words.get("first_names", frozenset())
    after = tokens[at + 1].low
    if low in firsts and (after in firsts or after in words["name_links"] or after == "خان"):
        return True
    known = after in words["common"] or after in words.get("everyday", ())
    return low != "امير" and tokens[at - 1].low in firsts and not (known or after.startswith("ال"))
