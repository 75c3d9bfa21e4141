"""The relevance gate: decides from words alone, at little cost, that an article can tell of no contact."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from transforms.lexicon.gazetteer import Entry
from transforms.lexicon.loader import load
from transforms.vocabulary import NullReason

_WORD = re.compile(r"[^\W\d_]+")
_PARTY = frozenset({"country", "demonym", "organisation", "org_adjective", "region", "home_alias"})
_EVENTS = frozenset({"visit", "meeting", "negotiation", "committee"})
# Words of contact, sides and offices must stand this close (words) for one sentence to join them; behind a verb and an
# instrument farther, since a host's whole title, or what an instrument is about, may stand between.
_NEAR, _FAR = 22, 45
# An article with this many different words of play, and no more of office, is about sport.
_SPORT = 4
_REMEMBERED = 300_000  # words whose phrases are kept: a bound that keeps memory flat
_CONTACT_BIT, _OFFICE_BIT, _SPORT_BIT, _OUT_BIT, _FAR_BIT = 1, 2, 4, 8, 16


class _Phrase(NamedTuple):
    """A phrase by its words after the first, and what it is."""

    rest: tuple[str, ...]
    party: str | None
    bits: int
    alias: bool  # a word by which an outlet means its own state


def _tells(entry: Entry, cased: bool) -> bool:
    """Whether a phrase can tell of a contact, a promise or an instrument by itself.

    `cased`: the language has no verb in the future by its form: "will meet" is told by "meet".
    """
    attrs = entry.attrs
    if entry.kind in ("contact", "contact_open"):
        heavy = not attrs.get("light") or bool(attrs.get("alone"))
        return heavy and not attrs.get("anaphor") and not attrs.get("signing")
    if entry.kind == "event":
        return entry.value in _EVENTS and (cased or not attrs.get("verb") or bool(attrs.get("future")))
    return entry.kind == "instrument" and not attrs.get("weak")


@lru_cache
def _phrases(lang: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases that matter to the gate, by first word."""
    table: dict[str, list[_Phrase]] = {}
    cased = load(lang).morphology.cased
    for words, entry in load(lang).gazetteer.phrases():
        kind, attrs = entry.kind, entry.attrs
        party: str | None = None
        alias = False
        if kind == "home_alias":
            candidates = attrs.get("candidates")
            if attrs.get("outlet") and isinstance(candidates, (list, tuple)) and candidates:
                party, alias = str(candidates[0]), True
        elif kind in _PARTY or (kind == "city" and attrs.get("capital")):
            party = str(attrs.get("country") or entry.value)
        elif kind == "office" and attrs.get("party"):
            party, alias = str(attrs["party"]), True
        elif kind == "office" and attrs.get("complement") == "org" and attrs.get("default_party"):
            party = str(attrs["default_party"])  # "the Secretary-General" is a side by himself
        bits = _CONTACT_BIT if _tells(entry, cased) else _OFFICE_BIT if kind in ("office", "decider") else 0
        bits |= _FAR_BIT if bits == _CONTACT_BIT and (kind == "instrument" or attrs.get("verb")) else 0
        bits |= _SPORT_BIT if kind == "sport" else _OUT_BIT if kind == "out_office" else 0
        if party or bits:
            plain = tuple(word for word in words if _WORD.fullmatch(word))
            if plain:
                table.setdefault(plain[0], []).append(_Phrase(plain[1:], party, bits, alias))
    return {first: tuple(sorted(_needed(rows), key=lambda row: -len(row.rest))) for first, rows in table.items()}


def _needed(rows: list[_Phrase]) -> list[_Phrase]:
    """The rows of one first word without words of contact, or of instruments, that a shorter one tells already."""
    telling = [row for row in rows if row.bits & _CONTACT_BIT and row.party is None]
    short = {(row.bits, row.rest) for row in telling}

    def told(row: _Phrase) -> bool:
        return any((row.bits, row.rest[:size]) in short for size in range(len(row.rest)))

    return [row for row in rows if not (row.bits & _CONTACT_BIT and row.party is None and told(row))]


_Rows = tuple[tuple[_Phrase, ...], dict[str, list[_Phrase]]]  # phrases of one word; longer ones by their second


class _Candidates(dict[str, _Rows | None]):
    """The phrases that may begin with a word, particles taken off; most words begin none."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._table = _phrases(lang)
        self._splits = load(lang).morphology.splits

    def __missing__(self, word: str) -> _Rows | None:
        if len(self) > _REMEMBERED:
            self.clear()
        table = self._table
        found = [phrase for _, stem in self._splits(word) for phrase in table.get(stem, ())]
        longer: dict[str, list[_Phrase]] = {}
        for phrase in found:
            if phrase.rest:
                longer.setdefault(phrase.rest[0], []).append(phrase)
        rows = (tuple(phrase for phrase in found if not phrase.rest), longer) if found else None
        self[word] = rows
        return rows


@lru_cache
def _candidates(lang: str) -> _Candidates:
    return _Candidates(lang)


_PRONOUN = re.compile(r"\bus\b")  # as against "US"


def why_not(norm: str, lang: str) -> NullReason | None:
    """Why a text in normal form cannot tell of a contact or a decision on an instrument; null: it can.

    It can where a word of contact or of an instrument stands near two sides, or near one and an office.
    """
    parties: list[tuple[int, str]] = []
    contacts: list[tuple[int, int]] = []  # place, and the words within which sides count
    offices: list[int] = []
    sport: set[str] = set()
    home: set[str] = set()
    out = 0
    if load(lang).morphology.cased:
        norm = _PRONOUN.sub("_", norm)
    words = _WORD.findall(norm.lower())
    opening = [(n, rows) for n, rows in enumerate(map(_candidates(lang).__getitem__, words)) if rows]
    words.append("")
    for n, (alone, longer) in opening:
        following = longer.get(words[n + 1], ())
        for phrase in (*following, *alone) if following else alone:
            rest = phrase.rest
            if len(rest) > 1 and tuple(words[n + 2 : n + 1 + len(rest)]) != rest[1:]:
                continue
            if phrase.party is not None:
                parties.append((n, phrase.party))
                if phrase.alias:
                    home.add(phrase.party)
            bits = phrase.bits
            if bits & _CONTACT_BIT:
                contacts.append((n, _FAR if bits & _FAR_BIT else _NEAR))
            elif bits & _OFFICE_BIT:
                offices.append(n)
            elif bits & _SPORT_BIT:
                sport.add(words[n])
            out += bits & _OUT_BIT
    if not parties:
        return NullReason.NO_PARTIES
    if not contacts:
        return NullReason.NO_CONTACT
    if len(sport) >= 2 * _SPORT or (len(sport) >= _SPORT and len(sport) > len(offices)):
        return NullReason.SPORT
    if not any(_joined(n, reach, parties, offices, home) for n, reach in contacts):
        if out and not offices:
            return NullReason.OUT_OF_SCOPE_ACTOR
        return NullReason.DOMESTIC if len({code for _, code in parties}) < 2 else NullReason.NO_CONTACT
    return None


def _joined(n: int, reach: int, parties: list[tuple[int, str]], offices: list[int], home: set[str]) -> bool:
    """Whether two sides, or a side from abroad and an office, stand near a word of contact."""
    near = {code for at, code in parties if -reach <= at - n <= reach}
    return len(near) > 1 or (bool(near - home) and any(-reach <= at - n <= reach for at in offices))
