"""Reads the lexicon files of a language into one gazetteer, and says which entry of which file is wrong.

A file holds `[[entry]]` tables (kind, value, forms, examples and the keys of the kind), `[[table]]` blocks whose
`rows` are lines of columns parted by "|" (for long lists), and `[words.<name>]` sets of plain words,
which several files may add to. `kind` may
stand once at the top of a file. In a form, `{a/b}` stands for either, `(x)` for with and without x; a "?" at its end
marks it as ambiguous. Capital letters in a form must be capitals in the text.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import Any

from transforms.lexicon.gazetteer import Entry, Gazetteer
from transforms.lexicon.morphology import Morphology, read_morphology
from transforms.lexicon.schema import KINDS, LexiconError, check_entry
from transforms.segment import Token
from transforms.text import fold

_ENTRY_KEYS = frozenset({"kind", "value", "forms", "examples"})
_MORPHOLOGY = "morphology.toml"
_GROUP = re.compile(r"(\{[^{}]*\}|\([^()]*\))")


@dataclass(frozen=True, slots=True)
class Example:
    """The sentences that reach an entry, for the tests of the data; in a table's, "{form}" stands for each form."""

    entry: Entry
    forms: tuple[str, ...]
    texts: tuple[str, ...]


class WordSets(dict[str, frozenset[str]]):
    """The plain word sets of a language by name; a class of words that it does not have is an empty one."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True)
class Lexicon:
    """The lexicon of one language."""

    lang: str
    gazetteer: Gazetteer
    morphology: Morphology
    entries: tuple[Entry, ...]
    words: Mapping[str, frozenset[str]]  # plain word sets, folded and in lower case
    examples: tuple[Example, ...] = field(repr=False, default=())

    def speaks(self, tokens: Iterable[Token], *names: str) -> bool:
        """Whether a word of one of these sets is among some tokens, whatever is written onto it: «وللحجاج»."""
        sets = [self.words[name] for name in names]
        return any(stem in words for token in tokens for _, stem in self.morphology.splits(token.low) for words in sets)


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    root = resources.files("transforms.lexicon")
    return tuple(sorted(folder.name for folder in root.iterdir() if folder.joinpath(_MORPHOLOGY).is_file()))


@lru_cache
def load(lang: str) -> Lexicon:
    """The lexicon of a language.

    Raises LexiconError, naming file, entry and key, where a file breaks its schema; KeyError for a language
    without a lexicon.
    """
    if lang not in languages():
        raise KeyError(f"no lexicon for language {lang!r}")
    folder = resources.files("transforms.lexicon").joinpath(lang)
    files = {item.name: item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".toml")}
    return build(lang, files)


@lru_cache
def shared(name: str) -> Mapping[str, Any]:
    """A data file that belongs to no language, e.g. "calendar_anchors"."""
    text = resources.files("transforms.lexicon").joinpath("shared").joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def build(lang: str, files: Mapping[str, str]) -> Lexicon:
    """A lexicon from the texts of its files, by file name."""
    morphology = Morphology()
    items: list[Example] = []
    words = WordSets()
    for name in sorted(files):
        where = f"{lang}/{name}"
        try:
            data = tomllib.loads(files[name])
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(where, "?", f"not TOML: {error}") from error
        if name == _MORPHOLOGY:
            morphology = read_morphology(where, data)
            continue
        items += _items(where, data)
        for key, block in data.get("words", {}).items():
            forms = _forms(where, f"words {key}", block.get("forms"))
            spelled = "\n".join(spelling for form in forms for spelling in _spellings(form))
            words[key] = words.get(key, frozenset()) | frozenset(fold(spelled).lower().split("\n"))
    phrases = [pair for item in items if not _apart(item.entry.kind) for pair in _phrases(item, morphology)]
    return Lexicon(
        lang,
        Gazetteer(morphology, phrases),
        morphology,
        tuple(item.entry for item in items),
        words,
        tuple(items),
    )


def _items(where: str, data: Mapping[str, Any]) -> Iterator[Example]:
    for key in data:
        if key not in ("kind", "entry", "table", "words"):
            raise LexiconError(where, "?", f"key {key!r} is not known at the top of a file")
    for raw in data.get("entry", ()):
        kind, value = raw.get("kind", data.get("kind", "")), raw.get("value", "")
        attrs = {key: given for key, given in raw.items() if key not in _ENTRY_KEYS}
        forms = _forms(where, f"{kind} {value!r}", raw.get("forms"))
        yield from _split(where, kind, value, attrs, forms, tuple(raw.get("examples", ())))
    for block in data.get("table", ()):
        yield from _table(where, block, data.get("kind", ""))


def _table(where: str, block: Mapping[str, Any], kind: str) -> Iterator[Example]:
    """Rows of columns. With a kind: value, forms, flags (keys that are true) and keys; without: a kind a column."""
    for key in block:
        if key not in ("kind", "columns", "rows", "example"):
            raise LexiconError(where, "table", f"key {key!r} is not known for a table")
    columns = block["columns"]
    kind = block.get("kind", kind)
    for line in block["rows"].strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(columns):
            raise LexiconError(where, repr(cells[0]), f"{len(cells)} columns instead of {len(columns)}")
        row = dict(zip(columns, cells, strict=True))
        value = row.pop("value")
        flags: dict[str, object] = dict.fromkeys(row.pop("flags", "").split(), True)
        by_kind = {kind: row.pop("forms", "")} if kind else row
        attrs = flags | {key: cell for key, cell in row.items() if cell} if kind else flags
        for name, cell in by_kind.items():
            forms = tuple(form.strip() for form in cell.split(",") if form.strip())
            if forms:
                yield from _split(where, name, value, attrs, forms, (block["example"],))


def _split(
    where: str, kind: str, value: str, attrs: Mapping[str, object], forms: tuple[str, ...], texts: tuple[str, ...]
) -> Iterator[Example]:
    """The checked entry; forms marked "?" make a second one that says ambiguous."""
    check_entry(where, kind, value, attrs)
    rule = f"{kind}.{where.rpartition('/')[2].removesuffix('.toml')}.{value}"
    plain = tuple(form for form in forms if not form.endswith("?"))
    unsure = tuple(form[:-1] for form in forms if form.endswith("?"))
    if plain:
        yield Example(Entry(kind, value, attrs, rule), plain, texts)
    if unsure:
        more = {**attrs, "ambiguous": True}
        check_entry(where, kind, value, more)
        yield Example(Entry(kind, value, more, rule), unsure, texts)


def _forms(where: str, entry: str, forms: object) -> tuple[str, ...]:
    if not isinstance(forms, list) or not forms or not all(isinstance(form, str) and form.strip() for form in forms):
        raise LexiconError(where, entry, "key 'forms' must be a list of phrases")
    return tuple(forms)


def _spellings(form: str) -> tuple[str, ...]:
    """A form and the other seat of its hamza: «شؤون» is printed «شئون» in Egypt and older papers, «مسؤول» «مسئول»."""
    return (form, form.replace("ؤو", "ئو")) if "ؤو" in form else (form,)


def _apart(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].apart


def _phrases(item: Example, morphology: Morphology) -> Iterator[tuple[str, Entry]]:
    for form in (spelling for each in item.forms for spelling in _spellings(each)):
        for phrase in expand(form):
            if item.entry.kind == "demonym" and not phrase.startswith("="):
                yield from ((inflected, item.entry) for inflected in inflect(phrase, morphology))
            else:
                yield phrase.removeprefix("="), item.entry


def inflect(base: str, morphology: Morphology) -> Iterator[str]:
    """The forms of an adjective: each suffix on its first word, each word with and without the article."""
    first, _, rest = base.partition(" ")
    article = morphology.article
    for suffix in morphology.adjective_suffixes:
        tail = f" {rest}{suffix if suffix == 'ة' else ''}" if rest else ""
        yield first + suffix + tail
        if article:
            yield article + first + suffix + (f" {article}{tail[1:]}" if tail else "")


def expand(form: str) -> tuple[str, ...]:
    """The phrases that a form with `{a/b}` and `(x)` stands for."""
    if "{" not in form and "(" not in form:
        return (form,)
    parts = _GROUP.split(form)
    choices = [
        (part,) if i % 2 == 0 else (tuple(part[1:-1].split("/")) if part[0] == "{" else (part[1:-1], ""))
        for i, part in enumerate(parts)
    ]
    return tuple(dict.fromkeys(" ".join("".join(choice).split()) for choice in product(*choices)))
