"""Tells by its shape whether an Arabic word may stand in a name: no common word, no verb, no verbal noun."""

import re
from functools import lru_cache

from transforms.lexicon.loader import Lexicon

# What a sentence goes on with after a name.
PARTICLES = frozenset({"في", "مع", "اليوم", "امس", "علي", "ان", "الي"})
ENDERS = PARTICLES | frozenset(
    "الذي التي خلال عن بان انه بانه عقب بعد قبل من لدي حول بشان بحضور بمقر عبر صباح مساء ظهر يومه هذا لبحث حيث يرافقه"
    " ترافقه ايضا هاتفيا والوفد".split()
)
# Hours that are names too, and the days after which they are hours: «قيس بن سعيد صباح اليوم».
HOURS = frozenset({"صباح", "ظهر", "فجر", "عصر"})
DAYS = frozenset({"اليوم", "امس", "يوم", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "غد"})
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
        # «سيشرح»: the future particle; names like it stand in given_names
        self.future = re.compile(r"س[يت]\w{2,}[^وا]$")
        self._masdar = re.compile(r"ت[^و]\w?ي[^ا]$|است\w{2,}[^و]$")  # «تمتين», «استكمال»: verbal nouns
        self.present = re.compile(r"ي\w{3,5}$")  # «يكتسب»: a verb in the present, not inside a name
        self._feminine = re.compile(r"ال\w{4,}يه$")  # «الشيلية»: an adjective in the feminine
        self._adverb = re.compile(r"م[^ا]\w{2,4}ا$")  # «مؤكدا»: an accusative participle
        # «لطمأنته», «لتوديعه»: a particle, a verbal noun, a pronoun
        self._purpose = re.compile(r"([لب]\w{3,}ت|ل[تام]\w{3,})(ه|ها|هم|هما)$")
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
        if low[-1] == "ا" and len(low) > 4 and (low[:-1] in self._everyday or low[:-1] in self._common):
            return False
        for prefix, stem in self._morphology.splits(low):
            known = stem in self._common or (stem in self._everyday and stem not in self._firsts)
            if prefix and prefix[0] != "ف" and known and len(stem) > 2:
                return False
            if len(prefix) >= 1 and stem.startswith(self._article) and prefix[-1] in "بلك" and len(stem) > 3:
                return False
        return True

    def possessed(self, low: str) -> bool:
        """Whether a word is a common noun with a pronoun written onto it."""
        if self._article and low.startswith(self._article):
            return False  # a definite noun takes no pronoun
        for suffix in self._morphology.pronoun_suffixes:
            stem = low.removesuffix(suffix)
            if stem != low and len(stem) > 2:
                if self._masdar.match(stem):
                    return True
                bases = {stem, stem[:-1] + "ه"} if stem.endswith("ت") else {stem}
                bases |= {stem[:-2]} if stem.endswith("ات") and suffix[0] == "ه" and len(stem) > 5 else set()
                if any(reading in self._common for base in bases for _, reading in self._morphology.splits(base)):
                    return True
        return False

    def strange(self, low: str) -> bool:
        """Whether a word is in no list, with or without particles, whatever it looks like: «سيمونسن», «موامبا».

        «واهيوني» too: what follows its «و» is no word and no name.
        """
        if len(low) < _SHORT or low.startswith(self._article) or low[-1] in "هة":
            return False
        readings = [stem for _, stem in self._morphology.splits(low)]
        if any(self._masdar.match(stem) for stem in readings):
            return False
        readings += [low.removesuffix(suffix) for suffix in ("ا", "وا", "نا", "هم", "ها") if low.endswith(suffix)]
        return not any(
            stem in self._common
            or stem in self._everyday
            or (stem != low and (stem in self._firsts or stem.startswith((self._article, "عبد"))))
            for stem in readings
        )
