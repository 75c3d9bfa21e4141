"""Reads a capital told by its state: "in the Qatari capital", "the capital of Slovakia", «في العاصمة القطرية»."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Place
from transforms.segment import Token

_NAMED = 2  # tokens behind the words in which the city's own name may stand
_RULE = "derived.capital"


def capitals_told(tokens: Sequence[Token], hits: Sequence[Hit], lexicon: Lexicon) -> list[Place]:
    """The capitals that a sentence names by their state alone."""
    words = lexicon.words["capital_words"]
    found: list[Place] = []
    for n, token in enumerate(tokens):
        if token.low not in words:
            continue
        state, first, last = _state_of(tokens, hits, n, lexicon.morphology.cased)
        city = _capitals(lexicon.lang).get(state.entry.value) if state is not None else None
        named = any(h.entry.kind in ("city", "former_city") and 0 <= h.first - last < _NAMED for h in hits)
        if state is not None and city is not None and not named:
            start, end = tokens[first].start, tokens[last - 1].end
            found.append(Place(city, state.entry.value, first, last, start, end, _RULE))
    return found


def _state_of(tokens: Sequence[Token], hits: Sequence[Hit], n: int, cased: bool) -> tuple[Hit | None, int, int]:
    """The state whose capital a word means, with the tokens of both."""
    for hit in hits:
        if hit.entry.kind == "demonym" and (hit.last == n if cased else hit.first == n + 1):
            return hit, min(hit.first, n), max(hit.last, n + 1)
        link = tokens[n + 1].low if cased and n + 1 < len(tokens) else ""
        if hit.entry.kind == "country" and link == "of" and 0 <= hit.first - n - 2 <= 1:
            return hit, n, hit.last
    return None, n, n + 1


@lru_cache
def _capitals(lang: str) -> Mapping[str, str]:
    """The capital of each state."""
    cities = [entry for entry in load(lang).entries if entry.kind == "city" and entry.attrs.get("capital")]
    return {str(entry.attrs["country"]): entry.value for entry in reversed(cities)}
