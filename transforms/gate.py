"""The relevance gate: decides from words alone, at almost no cost, that an article can tell of no contact."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from transforms.lexicon.loader import load
from transforms.vocabulary import NullReason

_WORD = re.compile(r"[^\W\d_]+")
_PARTY = frozenset({"country", "demonym", "organisation", "org_adjective", "region", "home_alias"})
_CONTACT = frozenset({"contact", "contact_planned"})
# An article with this many words of play, and no more of office, is about sport.
_SPORT = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """First words of the phrases of some kinds, and the code that each party word stands for."""

    party: Mapping[str, str]
    contact: frozenset[str]
    instrument: frozenset[str]
    office: frozenset[str]
    sport: frozenset[str]


@lru_cache
def _words(lang: str) -> _Words:
    party: dict[str, str] = {}
    by_kind: dict[str, set[str]] = {"contact": set(), "instrument": set(), "office": set(), "sport": set()}
    for phrase, entry in load(lang).gazetteer.phrases():
        first = phrase[0]
        if entry.kind in _PARTY or (entry.kind == "city" and entry.attrs.get("capital")):
            code = str(entry.attrs.get("country") or entry.value)
            party.setdefault(first, code)
        elif entry.kind == "office" and entry.attrs.get("party"):
            party.setdefault(first, str(entry.attrs["party"]))
        kind = "contact" if entry.kind in _CONTACT else entry.kind
        if kind in by_kind:
            by_kind[kind].add(first)
    return _Words(party, *(frozenset(by_kind[k]) for k in ("contact", "instrument", "office", "sport")))


@lru_cache(maxsize=200_000)
def _classes(word: str, lang: str) -> tuple[str | None, int]:
    """The party that a word may stand for, and bits for contact (1), instrument (2), office (4), sport (8)."""
    words = _words(lang)
    party: str | None = None
    bits = 0
    for _, stem in load(lang).morphology.splits(word):
        party = party or words.party.get(stem)
        bits |= (stem in words.contact) | (stem in words.instrument) << 1 | (stem in words.office) << 2
        bits |= (stem in words.sport) << 3
    return party, bits


def why_not(norm: str, lang: str) -> NullReason | None:
    """Why a text in normal form cannot tell of a contact or a decision on an instrument; null: it can."""
    parties: set[str] = set()
    counts = [0, 0, 0, 0]
    for word in set(_WORD.findall(norm.lower())):
        party, bits = _classes(word, lang)
        if party is not None:
            parties.add(party)
        if bits:
            for n in range(4):
                counts[n] += bits >> n & 1
    contact, instrument, office, sport = counts
    if not parties:
        return NullReason.NO_PARTIES
    if not contact and not instrument:
        return NullReason.NO_CONTACT
    if sport >= _SPORT and sport > office:
        return NullReason.SPORT
    if len(parties) < 2 and not office:
        return NullReason.DOMESTIC
    return None

