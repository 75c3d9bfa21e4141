"""Tells by its shape whether an uncapitalised word may stand in a name: no common word, no verb, no verbal noun."""

from functools import lru_cache

from transforms.lexicon.loader import Lexicon

_SHORT = 4  # letters; a shorter word that looks like a verb is one


class WordShapes:
    """What the letters of one word say of it, in the language of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._morphology = lexicon.morphology
        self._article = lexicon.morphology.article
        self._common = lexicon.words["common"]
        self._everyday = lexicon.words.get("everyday", frozenset())
        self._given = lexicon.words["given_names"]
        self._firsts = self._given | lexicon.words.get("first_names", frozenset())
        self._servants = tuple(lexicon.words["servant_of"])  # «عبدالله»
        shapes = lexicon.morphology.shapes
        self.future = shapes.future_verb.pattern  # names like it stand in given_names
        self.present = shapes.present_verb.pattern
        self._masdar = shapes.verbal_noun.pattern
        self._feminine = shapes.feminine_adjective.pattern
        self._adverb = shapes.participle.pattern
        self._purpose = shapes.purpose.pattern
        self._accusative = lexicon.morphology.accusative
        self._then = lexicon.morphology.then
        self.fits = lru_cache(maxsize=50_000)(self._fits)

    def _fits(self, low: str, linked: bool) -> bool:
        """Whether a word may stand in a name: no common word, with or without particles, nor a future verb."""
        if low in self._given or (linked and len(low) > 2):
            return True
        if low in self._common:
            return False
        if self.future.match(low) or self._adverb.match(low) or self._masdar.match(low) or self.possessed(low):
            return False
        if self._purpose.match(low) and low not in self._firsts:
            return False
        if linked:
            return len(low) > 1
        if self._feminine.match(low) and low[2:] not in self._firsts:
            return False
        if low[-1] == self._accusative and len(low) > 4 and (low[:-1] in self._everyday or low[:-1] in self._common):
            return False
        prepositions = self._morphology.prepositions
        for prefix, stem in self._morphology.splits(low):
            known = stem in self._common or (stem in self._everyday and stem not in self._firsts)
            if prefix and prefix[0] != self._then and known and len(stem) > 2:
                return False
            if prefix and stem.startswith(self._article) and prefix[-1] in prepositions and len(stem) > 3:
                return False
        return True

    def possessed(self, low: str) -> bool:
        """Whether a word is a common noun with a pronoun written onto it."""
        if self._article and low.startswith(self._article):
            return False  # a definite noun takes no pronoun
        m = self._morphology
        for suffix in m.pronoun_suffixes:
            stem = low.removesuffix(suffix)
            if stem != low and len(stem) > 2:
                if self._masdar.match(stem):
                    return True
                bases = {stem, stem[:-1] + m.feminine} if stem.endswith(m.feminine_bound) else {stem}
                if stem.endswith(m.feminine_plural) and suffix[0] == m.third_person and len(stem) > 5:
                    bases.add(stem.removesuffix(m.feminine_plural))
                if any(reading in self._common for base in bases for _, reading in m.splits(base)):
                    return True
        return False

    def strange(self, low: str) -> bool:
        """Whether a word is in no list, with or without particles, whatever it looks like: «سيمونسن», «موامبا».

        «واهيوني» too: what follows its «و» is no word and no name.
        """
        if len(low) < _SHORT or low.startswith(self._article) or low.endswith(self._morphology.feminine):
            return False
        readings = [stem for _, stem in self._morphology.splits(low)]
        if any(self._masdar.match(stem) for stem in readings):
            return False
        suffixes = self._morphology.verb_suffixes
        readings += [low.removesuffix(suffix) for suffix in suffixes if low.endswith(suffix)]
        return not any(
            stem in self._common
            or stem in self._everyday
            or (stem != low and (stem in self._firsts or stem.startswith((self._article, *self._servants))))
            for stem in readings
        )
