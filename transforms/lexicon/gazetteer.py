"""Finds every lexicon phrase in a sentence in one pass over its tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from transforms.segment import Token, tokenise
from transforms.text import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning in the lexicon, as read from its file."""

    kind: str  # what it is: country, demonym, city, organisation, office, topic, contact, month …
    value: str  # its code in the vocabulary of the kind
    attrs: Mapping[str, object] = field(default_factory=dict)  # further keys of the entry, as its kind declares
    rule: str = ""  # "<kind>.<file stem>.<value>": what evidence calls it


class Hit(NamedTuple):
    """An entry found in a sentence."""

    entry: Entry
    first: int  # index of its first token in the sentence
    last: int  # one past its last token
    start: int  # offset into the normal form, particles left out
    end: int
    prefix: str  # proclitic particles written onto it ("و", "ب", "لل" gives "ل"); empty: none


@dataclass(frozen=True, slots=True)
class Morphology:
    """What a language writes onto its words (from morphology.toml)."""

    conjunctions: tuple[str, ...] = ()  # may come first: و ف
    prepositions: tuple[str, ...] = ()  # may follow: ب ل ك
    article: str = ""  # ال
    contractions: Mapping[str, str] = field(default_factory=dict)  # written form of preposition + article: لل -> ل
    adjective_suffixes: tuple[str, ...] = ()  # added to a demonym's base form

    def splits(self, word: str) -> tuple[tuple[str, str], ...]:
        """The (particles, stem) readings of a word, fewest particles first; the word itself is always one."""
        return _splits(self, word) if self.conjunctions or self.prepositions else (("", word),)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=100_000)
def _splits(m: Morphology, word: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {word: ""}
    heads = [("", word)]
    heads += [(c, word[len(c) :]) for c in m.conjunctions if word.startswith(c) and len(word) > len(c) + 2]
    for conjunction, rest in heads:
        found.setdefault(rest, conjunction)
        for written, particle in m.contractions.items():
            if rest.startswith(written) and len(rest) > len(written) + 1:
                found.setdefault(m.article + rest[len(written) :], conjunction + particle)
                if particle == rest[: len(particle)]:
                    found.setdefault(rest[len(particle) :], conjunction + particle)
        for preposition in m.prepositions:
            if rest.startswith(preposition) and len(rest) > len(preposition) + 2:
                found.setdefault(rest[len(preposition) :], conjunction + preposition)
    return tuple((prefix, stem) for stem, prefix in found.items())


class Gazetteer:
    """Phrases of one language, looked up by first word; the longest match of each kind at a place wins."""

    def __init__(self, morphology: Morphology, phrases: Iterable[tuple[str, Entry]]) -> None:
        self.morphology = morphology
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for phrase, entry in phrases:
            words = tuple(token.low for token in tokenise(fold(phrase)))
            if words:
                self._by_first.setdefault(words[0], []).append((words, entry))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def known(self, word: str) -> bool:
        """Whether some phrase starts with this word (folded, lower case), particles allowed."""
        return any(stem in self._by_first for _, stem in self.morphology.splits(word))

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All hits, in order of position; at one position the longest of each kind, with the fewest particles."""
        hits: list[Hit] = []
        table = self._by_first
        splits = self.morphology.splits
        lows = [token.low for token in tokens]
        for i, low in enumerate(lows):
            best: dict[str, Hit] = {}
            for prefix, stem in splits(low):
                for words, entry in table.get(stem, ()):
                    size = len(words)
                    seen = best.get(entry.kind)
                    if seen is not None and size <= seen.last - seen.first:
                        continue
                    if size == 1 or tuple(lows[i : i + size]) == words:
                        start = tokens[i].end - len(stem) if prefix else tokens[i].start
                        end = tokens[i + size - 1].end
                        best[entry.kind] = Hit(entry, i, i + size, max(start, tokens[i].start), end, prefix)
            hits.extend(best.values())
        return hits
