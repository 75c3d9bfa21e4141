"""What a language writes onto its words, and what the letters of a word tell of it (from morphology.toml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from transforms.lexicon.schema import LexiconError

NOTHING = "\0"  # stands in no text: a particle or ending that a language does not have
_REMEMBERED = 200_000  # words whose readings are kept: a bound that keeps memory flat


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern that tells a kind of word by its letters, with words that have the shape and words that do not."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


_NONE = Shape(re.compile("(?!)"))


@dataclass(frozen=True, slots=True)
class Shapes:
    """The kinds of words that a language's letters give away; a language without such a kind leaves it out."""

    future_verb: Shape = _NONE
    present_verb: Shape = _NONE
    verbal_noun: Shape = _NONE
    feminine_adjective: Shape = _NONE
    participle: Shape = _NONE  # in the accusative, as an adverb
    purpose: Shape = _NONE  # a preposition, a verbal noun and a pronoun in one word


@dataclass(frozen=True, slots=True)
class Morphology:
    """What a language writes onto its words, all folded; a field's comment gives the Arabic."""

    conjunctions: tuple[str, ...] = ()  # may come first: و ف
    prepositions: tuple[str, ...] = ()  # may follow: ب ل ك
    conjunction: str = NOTHING  # "and": و
    then: str = NOTHING  # "and so": ف
    to: str = NOTHING  # "to", "for": ل
    at: str = NOTHING  # "in", "at", "with": ب
    like: str = NOTHING  # "as": ك
    article: str = ""  # ال
    contractions: Mapping[str, str] = field(default_factory=dict)  # written form of preposition + article: لل -> ل
    adjective_suffixes: tuple[str, ...] = ()  # added to a demonym's base form
    pronoun_suffixes: tuple[str, ...] = ()  # written onto nouns: تحياته
    third_person: str = NOTHING  # how pronouns of others begin: ه
    verb_suffixes: tuple[str, ...] = ()  # of persons and objects: اكدوا
    verb_prefixes: tuple[str, ...] = ()  # with which a verb may begin: ي س ت
    present: str = NOTHING  # the prefix of a verb in the present, of a third person: ي
    past_feminine: str = NOTHING  # ends a verb: رحبت
    future: str = ""  # the particle of the future, written onto a verb: س
    feminine: str = NOTHING  # ends a feminine noun: ه
    feminine_bound: str = NOTHING  # the same before a pronoun: ت
    feminine_plural: str = NOTHING  # ات
    accusative: str = NOTHING  # ا
    relation: str = NOTHING  # makes an adjective of a name: ي
    no_family_endings: tuple[str, ...] = ()  # a definite word with one of these is no family name: القلقين
    printed_particle: str = NOTHING  # ends particles that folding makes a name: ى of على
    shapes: Shapes = field(default_factory=Shapes)
    cased: bool = False  # whether names are written with capitals

    _memo: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False, compare=False)

    def splits(self, word: str) -> tuple[tuple[str, str], ...]:
        """The (particles, stem) readings of a word, fewest particles first; the word itself is always one."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) > _REMEMBERED:
                self._memo.clear()
            found = _splits(self, word) if self.conjunctions or self.prepositions else (("", word),)
            self._memo[word] = found
        return found


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


def read_morphology(where: str, data: Mapping[str, Any]) -> Morphology:
    """The morphology that a file tells. Raises LexiconError where a key is unknown or not of its type."""
    plain = Morphology()
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key.startswith("_") or key not in Morphology.__dataclass_fields__:
            raise LexiconError(where, "morphology", f"key {key!r} is not known")
        given = tuple(value) if isinstance(value, list) else value
        wanted = getattr(plain, key)
        if key == "shapes":
            given = Shapes(**{name: _shape(where, name, told) for name, told in value.items()})
        words = given if isinstance(given, tuple) else ()
        if type(given) is not type(wanted) or not all(isinstance(word, str) for word in words):
            raise LexiconError(where, "morphology", f"key {key!r} has the value {value!r}, which is not allowed")
        values[key] = given
    return Morphology(**values)


def _shape(where: str, name: str, told: Mapping[str, Any]) -> Shape:
    """The shape that a `[shapes.<name>]` table tells: pattern, examples, and words that only look alike."""
    entry = f"shapes {name}"
    if name not in Shapes.__dataclass_fields__:
        raise LexiconError(where, entry, f"shape {name!r} is not known")
    for key in {*told} - {"pattern", "examples", "unlike"}:
        raise LexiconError(where, entry, f"key {key!r} is not known for a shape")
    if not told.get("pattern") or not told.get("examples"):
        raise LexiconError(where, entry, "a shape needs a pattern and examples")
    try:
        pattern = re.compile(told["pattern"])
    except re.error as error:
        raise LexiconError(where, entry, f"not a pattern: {error}") from error
    return Shape(pattern, tuple(told["examples"]), tuple(told.get("unlike", ())))
