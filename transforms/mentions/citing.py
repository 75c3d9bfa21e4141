"""Cites names, states and fields by their words, and finds the phrases that stand beside them."""

from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Cited
from transforms.mentions.names import NameSpan
from transforms.segment import Token
from transforms.text import View
from transforms.vocabulary import Portfolio

# Party value of a mention that says "the Kingdom", «المملكة»: the analysis puts the state in its place.
HOME = "@home"


def cite_name(name: NameSpan | None, view: View) -> Cited[str] | None:
    """A name as published, with its words."""
    if name is None:
        return None
    return Cited(view.published(name.start, name.end), name.start, name.end, "name")


def cite_party(hit: Hit | None) -> Cited[str] | None:
    """The state or organisation that a phrase names."""
    if hit is None:
        return None
    value = HOME if hit.entry.kind == "home_alias" else hit.entry.value
    return Cited(value, hit.start, hit.end, hit.entry.rule)


def skip(tokens: Sequence[Token], i: int, honorific: Sequence[bool]) -> int:
    """The first token from `i` on that is no honorific, nor the full stop of one, nor "(Retd)" behind it."""
    while i < len(tokens):
        after = i > 0 and (honorific[i - 1] or (tokens[i - 1].text == "." and i > 1 and honorific[i - 2]))
        if honorific[i] or (tokens[i].text in ".-" and after):
            i += 1
        elif after and tokens[i].text == "(" and any(t.text == ")" for t in tokens[i + 2 : i + 4]):
            i += 3 if tokens[i + 2].text == ")" else 4
        else:
            break
    return i


def field_of(portfolio: object, told: Hit | None, head: Hit) -> Cited[Portfolio] | None:
    """The portfolio of holders, by the words that say it."""
    if not portfolio:
        return None
    words = told or head
    return Cited(Portfolio(str(portfolio)), words.start, words.end, words.entry.rule)


def states_before(tokens: Sequence[Token], noun: Hit, hits: Sequence[Hit]) -> list[Hit]:
    """Two states or more right before a noun for holders: "the Saudi, Emirati and Qatari foreign ministers"."""
    found: list[Hit] = []
    i = noun.first
    while i > 0:
        state = next((h for h in hits if h.last == i and h.entry.kind in ("demonym", "org_adjective", "country")), None)
        if state is None:
            break
        found.insert(0, state)
        i = state.first
        while i > 0 and tokens[i - 1].low in (",", "and"):
            i -= 1
    return found if len(found) > 1 else []


def longest_at(hits: Sequence[Hit], i: int, kinds: Sequence[str]) -> Hit | None:
    """The longest phrase of these kinds that starts at token `i`."""
    return max((h for h in hits if h.first == i and h.entry.kind in kinds), key=lambda h: h.last, default=None)


def close_by(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether only a possessive, a comma, "and" or other demonyms stand between."""
    return 0 <= start - end <= 4 and all(
        t.low in ("'s", "and", ",", "'", "own") or t.text[0].isupper() for t in tokens[end:start]
    )
