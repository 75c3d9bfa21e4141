"""Reasons for and against a link in the report's language: the warehouse keeps them in English."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from checks.report.words import Words

_SLOT = re.compile(r"\\{(\w+)\\}")
_FITS = {"n": r"\d+", "m": r"\d+", "share": r"\d+%", "party": r"[A-Za-z]+"}  # any other slot: words
_VOCABULARIES = ("occasion", "form", "agreement_status", "modality", "portfolio")


@dataclass(frozen=True)
class Reasons:
    """Tells reasons in one language."""

    words: Words
    known: Mapping[str, str]  # English -> this language
    patterns: tuple[tuple[re.Pattern[str], str], ...]  # of those with slots
    _told: dict[str, Markup] = field(repr=False, default_factory=dict)

    def tell(self, reasons: Iterable[str]) -> Markup:
        """Reasons side by side; one that has no words in this language stays English, and is marked as such."""
        apart = Markup(self.words.strings["semicolon"])
        return apart.join(self._tell(reason) for reason in reasons)

    def _tell(self, reason: str) -> Markup:
        if reason not in self._told:
            said = self.translated(reason)
            english = Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(reason)
            self._told[reason] = english if said is None else Markup("{}").format(said)
        return self._told[reason]

    def translated(self, reason: str) -> str | None:
        """The reason in this language; null where nobody wrote it down."""
        if self.words.lang == "en" or reason in self.known:
            return self.known.get(reason, reason)
        for pattern, said in self.patterns:
            if found := pattern.fullmatch(reason):
                return said.format(**{name: self._value(name, value) for name, value in found.groupdict().items()})
        return None

    def _value(self, slot: str, value: str) -> str:
        w = self.words
        if slot in ("n", "m"):
            return w.number(int(value))
        if slot == "share":
            return w.percent(int(value.removesuffix("%")) / 100)
        if slot == "party":
            return w.party(value)
        return w.strings["comma"].join(self._word(each) for each in value.split(", "))  # type: ignore[no-any-return]

    def _word(self, value: str) -> str:
        """A value by the first vocabulary that has it, else a city or a party, else as it is."""
        for name in _VOCABULARIES:
            if said := self.words.strings["term"][name].get(value):
                return str(said)
        return self.words.cities.get(value) or self.words.party(value)


@cache
def reasons_in(lang: str) -> Mapping[str, str]:
    """What reasons are called in a language; English has none, they are English."""
    file = files("checks.report.reasons").joinpath(f"{lang}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def reasons(w: Words) -> Reasons:
    """The reasons in a language."""
    known = reasons_in(w.lang)
    slotted = [(_pattern(english), said) for english, said in known.items() if "{" in english]
    return Reasons(w, {key: said for key, said in known.items() if "{" not in key}, tuple(slotted))


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_SLOT.sub(lambda slot: f"(?P<{slot[1]}>{_FITS.get(slot[1], '.+')})", re.escape(english)))
