"""Finds every lexicon phrase in a sentence in one pass over its tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.lexicon.morphology import Morphology
from transforms.segment import Token, tokenise
from transforms.text import fold

_REMEMBERED = 200_000  # words whose readings are kept: a bound that keeps memory flat


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


# The words of a phrase, its entry, and where the phrase wants capitals: (word, letter) pairs.
_Row = tuple[tuple[str, ...], Entry, tuple[tuple[int, int], ...]]
# The phrases that begin with one word: those of several words by their second, longest first, and that word alone.
_Rows = tuple[dict[str, list[_Row]], list[_Row]]


class Gazetteer:
    """Phrases of one language, looked up by first word; the longest match of each kind at a place wins.

    Letter case is ignored, except that a capital in a phrase must be a capital in the text: "US" is not "us".
    """

    def __init__(self, morphology: Morphology, phrases: Iterable[tuple[str, Entry]]) -> None:
        self.morphology = morphology
        self._by_first: dict[str, _Rows] = {}
        self._cache: dict[str, tuple[tuple[str, str, _Rows], ...]] = {}
        pairs = list(phrases)
        # One pass of folding over all phrases: a call for each would take half the time of loading.
        folded = fold("\n".join(phrase for phrase, _ in pairs))
        spelt = folded.split("\n") if pairs else []
        lowered = folded.lower().split("\n") if pairs else []
        for phrase, low, (_, entry) in zip(spelt, lowered, pairs, strict=True):
            if low.replace(" ", "").isalpha():
                words = tuple(low.split(" "))
                texts = words if low == phrase else tuple(phrase.split(" "))
            else:
                texts = tuple(token.text for token in tokenise(phrase))
                words = tuple(text.lower() for text in texts)
            if words:
                capitals = _capitals(texts) if words != texts else ()
                longer, alone = self._by_first.setdefault(words[0], ({}, []))
                rows = longer.setdefault(words[1], []) if len(words) > 1 else alone
                rows.append((words, entry, capitals))
        for longer, _ in self._by_first.values():
            for rows in longer.values():
                rows.sort(key=lambda row: -len(row[0]))

    def _readings(self, low: str) -> tuple[tuple[str, str, _Rows], ...]:
        """The (particles, stem, phrases) readings of a word; remembered, within a bound that keeps memory flat."""
        if len(self._cache) > _REMEMBERED:
            self._cache.clear()
        table = self._by_first
        found = tuple((p, stem, table[stem]) for p, stem in self.morphology.splits(low) if stem in table)
        self._cache[low] = found
        return found

    def phrases(self) -> Iterable[tuple[tuple[str, ...], Entry]]:
        """Every phrase as its folded words, with its entry."""
        for longer, alone in self._by_first.values():
            for rows in (*longer.values(), alone):
                for words, entry, _ in rows:
                    yield words, entry

    def known(self, word: str) -> bool:
        """Whether some phrase starts with this word (folded, lower case), particles allowed."""
        return any(stem in self._by_first for _, stem in self.morphology.splits(word))

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All hits, in order of position; at one position the longest of each kind, with the fewest particles.

        A hit that lies within an earlier one of its kind is left out: "Republic of Korea" holds no second state.
        """
        hits: list[Hit] = []
        taken: dict[str, int] = {}
        cache = self._cache
        lows = [token.low for token in tokens]
        for i, low in enumerate(lows):
            readings = cache.get(low)
            if readings is None:
                readings = self._readings(low)
            if not readings:
                continue
            best: dict[str, Hit] = {}
            following = lows[i + 1] if i + 1 < len(lows) else ""
            for prefix, stem, (longer, alone) in readings:
                for words, entry, capitals in (*longer.get(following, ()), *alone):
                    size = len(words)
                    if taken.get(entry.kind, 0) >= i + size:
                        continue
                    seen = best.get(entry.kind)
                    if seen is not None and size <= seen.last - seen.first:
                        continue
                    # The first two words were looked up: only the others are still to be compared.
                    if size < 3 or tuple(lows[i + 2 : i + size]) == words[2:]:
                        if capitals and not all(tokens[i + n].text[at : at + 1].isupper() for n, at in capitals):
                            continue
                        start = tokens[i].end - len(stem) if prefix else tokens[i].start
                        end = tokens[i + size - 1].end
                        best[entry.kind] = Hit(entry, i, i + size, max(start, tokens[i].start), end, prefix)
            for kind, hit in best.items():
                taken[kind] = max(hit.last, taken.get(kind, 0))
                hits.append(hit)
        return hits


def _capitals(texts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where capitals stand: (word, letter) pairs."""
    first_only = all(text[1:].islower() or len(text) == 1 for text in texts)
    if first_only:
        return tuple((n, 0) for n, text in enumerate(texts) if text[0].isupper())
    return tuple((n, at) for n, text in enumerate(texts) for at, letter in enumerate(text) if letter.isupper())
