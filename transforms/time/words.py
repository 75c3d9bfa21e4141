"""Reads the words of time in a sentence: one item a word or phrase, and one letter an item for the rules to match."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from transforms.lexicon.loader import expand, load
from transforms.lexicon.morphology import Morphology
from transforms.segment import Token, tokenise
from transforms.text import fold

# The letter of each class of words; "" is left out of the line (articles).
LETTERS = {
    "month": "M",
    "hijri": "H",
    "weekday": "W",
    "relday": "R",  # today, yesterday: days from the day of publication
    "sameday": "D",  # days from a day told before
    "skip": "~",  # holds a word of time and is none
    "day": "g",  # units: 1 singular, 2 dual, 0 plural
    "day_def": "g",
    "week": "k",
    "week_def": "k",
    "month_unit": "m",
    "month_unit_def": "m",
    "year_unit": "a",
    "year_unit_def": "a",
    "hour": "B",
    "quarter": "Q",
    "quarter_numbered": "Q",  # a quarter only beside its number: الفصل الأول
    "half": "F",
    "third": "C",
    "season": "S",
    "weekend": "K",
    "next": "x",
    "last": "l",
    "this": "t",
    "current": "T",
    "few": "N",
    "later": "L",
    "earlier": "L",
    "part": "e",
    "end": "E",
    "by_end": "E",  # بنهاية
    "end_behind": "n",  # behind its year or month: "year-end"
    "before": "b",
    "by": "Y",
    "until": "U",
    "after": "f",
    "within": "w",
    "in": "I",
    "at": "i",
    "for": "p",
    "since": "Z",
    "lasting": "q",
    "from": "r",
    "of": "O",
    "to": "v",
    "and": "u",
    "ago": "j",
    "hence": "J",
    "match": "X",
    "hijri_era": "z",
    "era": "G",
    "ordinal": "o",
    "cardinal": "c",
    "ordinal_suffix": "s",
    "vague": "V",
    "anchor": "A",
    "article": "",
}
_SIGNS = {"/": "/", "-": "-", ",": ",", "،": ",", "(": "(", ")": ")"}
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_TELLING = frozenset("MHWRDgkmaBQFCSKVAhP")
_CENTURIES = frozenset({"13", "14", "19", "20"})
_REACH = 9  # tokens from the heart of an expression to its end
_REMEMBERED = 100_000  # words kept in memory for speed
_BRACKETED = "month("  # a month whose second name stands in brackets that are still open


class Item(NamedTuple):
    """A word or phrase of time."""

    letter: str
    name: str  # class in the lexicon; "number" or "sign" for what needs none
    value: int | str
    first: int  # token index
    last: int
    start: int
    end: int


_GAP = Item(".", "", 0, -1, -1, -1, -1)  # any other word


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    name: str
    value: int | str
    capital: bool  # must be written with a capital letter


class Line(NamedTuple):
    """A sentence as its items, and their letters: position n of `letters` is item n."""

    letters: str
    items: list[Item]


@lru_cache
def _phrases(lang: str) -> tuple[Morphology, dict[str, tuple[_Phrase, ...]]]:
    lexicon = load(lang)
    table: dict[str, list[_Phrase]] = {}
    for example in lexicon.examples:
        if example.entry.kind != "time":
            continue
        name, _, value = example.entry.value.partition(":")
        number: int | str = int(value) if value.lstrip("-").isdecimal() else value
        for form in {phrase for raw in example.forms for phrase in expand(raw)}:
            words = tuple(token.low for token in tokenise(fold(form)))
            table.setdefault(words[0], []).append(_Phrase(words, name, number, form[0].isupper() and form.isascii()))
    return lexicon.morphology, {word: tuple(sorted(rows, key=lambda p: -len(p.words))) for word, rows in table.items()}


class _Starting(dict[str, tuple[tuple[str, _Phrase], ...]]):
    """By word: the phrases that may start with it, longest first, each with the letters of the particles before it."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.lang = lang

    def __missing__(self, word: str) -> tuple[tuple[str, _Phrase], ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        morphology, table = _phrases(self.lang)
        rows = [
            ("".join("u" if particle in morphology.conjunctions else "i" for particle in prefix), phrase)
            for prefix, stem in morphology.splits(word)
            for phrase in table.get(stem, ())
        ]
        self[word] = found = tuple(sorted(rows, key=lambda row: (-len(row[1].words), len(row[0]))))
        return found


class _Telling(dict[str, bool]):
    """By word: whether it can belong to a time expression that needs no other such word beside it."""

    def __init__(self, starting: _Starting) -> None:
        super().__init__()
        self.starting = starting

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        number = word[0].isdecimal() and (word.count(".") == 2 or (len(word) == 4 and word[:2] in _CENTURIES))
        self[word] = told = number or any(LETTERS[row.name] in _TELLING for _, row in self.starting[word])
        return told


@lru_cache
def _memory(lang: str) -> tuple[_Starting, _Telling]:
    starting = _Starting(lang)
    return starting, _Telling(starting)


def telling_stretches(tokens: Sequence[Token], lang: str) -> list[tuple[int, int]]:
    """The stretches of tokens that can hold a time expression: around each word that can be the heart of one."""
    telling = _memory(lang)[1]
    out: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if telling[token[1]]:
            start, end = max(0, at - _REACH), min(len(tokens), at + _REACH)
            if out and start <= out[-1][1]:
                out[-1] = out[-1][0], end
            else:
                out.append((start, end))
    return out


@lru_cache
def week_start(lang: str) -> int:
    """The weekday (Monday 0) on which the week of a language's countries starts: the day after its weekend."""
    _, table = _phrases(lang)
    return next(int(p.value) + 2 for rows in table.values() for p in rows if p.name == "weekend") % 7


def read_words(tokens: Sequence[Token], lang: str, begin: int, end: int) -> Line:
    """The words of time among some tokens of a sentence; any other word is an item with the letter "."."""
    items: list[Item] = []
    add = items.append
    starting = _memory(lang)[0]
    past = 0  # tokens before it are read
    for at in range(begin, end):
        token = tokens[at]
        low = token.low
        if at < past:
            continue
        if phrases := starting[low]:
            past = _word(tokens, at, phrases, items)
        elif low in _SIGNS:
            if low == ")" and items and items[-1].name == _BRACKETED:
                items[-1] = items[-1]._replace(name="month", last=at + 1, end=token.end)
            else:
                add(Item(_SIGNS[low], "sign", 0, at, at + 1, token.start, token.end))
        elif low[0].isdecimal():
            add(_number(token, at))
        elif low != "." or not items or items[-1].letter not in "MW" or items[-1].last != at:  # "Dec. 18"
            add(_GAP)
    return Line("".join([item[0] for item in items]), items)


def _number(token: Token, at: int) -> Item:
    text = token.low
    letter, value = "n", 0
    if text.isdecimal():
        value = int(text) if len(text) < 9 else 0
        if len(text) <= 2 and 1 <= value <= 31:
            letter = "d"
        elif len(text) == 4 and 1900 <= value < 2100:
            letter = "y"
        elif len(text) == 4 and 1300 <= value < 1500:
            letter = "h"
    elif _DOTTED.fullmatch(text):
        return Item("P", "number", text, at, at + 1, token.start, token.end)
    return Item(letter, "number", value, at, at + 1, token.start, token.end)


def _word(tokens: Sequence[Token], at: int, phrases: tuple[tuple[str, _Phrase], ...], items: list[Item]) -> int:
    """Append the item of the first phrase that stands here; gives the index of the token after it."""
    token = tokens[at]
    after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
    for prefix, phrase in phrases:
        words = phrase.words
        size = len(words)
        if size > 1 and (after != words[1] or tuple([word[1] for word in tokens[at : at + size]])[1:] != words[1:]):
            continue
        if phrase.capital and not token.text[0].isupper():
            continue
        letter = LETTERS[phrase.name]
        if letter == "s" and not _suffixes(items, token):
            continue
        for particle in prefix:
            items.append(Item(particle, "particle", 0, at, at, token.start, token.start))
        start = token.end - len(phrase.words[0]) if prefix and size == 1 else token.start
        start, end = max(start, token.start), tokens[at + size - 1].end
        item = Item(letter, phrase.name, phrase.value, at, at + size, start, end)
        if letter == "s":
            items[-1] = items[-1]._replace(last=item.last, end=item.end)
        elif letter == "M":
            _month(items, item)
        elif letter:
            items.append(item)
        return at + size
    items.append(_GAP)
    return at + 1


def _suffixes(items: list[Item], token: Token) -> bool:
    """Whether "th" is written onto the number before it."""
    return bool(items) and items[-1].letter == "d" and items[-1].end == token.start


def _month(items: list[Item], item: Item) -> None:
    """Append a month; a second name of the same month (كانون الثاني/يناير) joins the first."""
    letters = "".join(i.letter for i in items[-2:])
    back = 2 if letters in ("M/", "M(", "M-") else 1 if letters[-1:] == "M" else 0
    if back and items[-back].value == item.value:
        first = items[-back]
        del items[-back:]
        name = _BRACKETED if letters == "M(" else item.name
        item = item._replace(first=first.first, start=first.start, name=name)
    items.append(item)
