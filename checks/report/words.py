"""The report's own language: its strings, and numbers, days, places and names as that language writes them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from transforms.lexicon.loader import languages as read_languages
from transforms.lexicon.loader import load

_LOCALES = {"en": "en_GB"}  # a plain "en" writes dates the American way
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class UnknownLanguage(ValueError):
    """The report has no strings in a language."""


@dataclass(frozen=True)
class Words:
    """One language of the report. Templates call it `w`."""

    lang: str
    strings: Mapping[str, Any]
    locale: Locale
    cities: Mapping[str, str] = field(repr=False, default_factory=dict)  # English name -> name in this language
    _known: dict[object, str] = field(repr=False, default_factory=dict)  # days, numbers and names written before
    _said: dict[tuple[object, ...], Markup] = field(repr=False, default_factory=dict)  # sentences written before

    @property
    def own_name(self) -> str:
        """The language's name in itself."""
        return str(self.strings["own_name"])

    @property
    def dir(self) -> str:
        """Direction of the writing: ltr or rtl."""
        return str(self.locale.text_direction)

    def say(self, key: str, n: int | None = None, **values: object) -> Markup:
        """A string by its key, filled in; `n` chooses the plural form and stands for {n}. Values are escaped.

        Raises:
            KeyError: there is no such string.
        """
        # By what is written, not by what was given: the same characters may stand for text here, for markup there.
        filled = {name: escape(value) for name, value in values.items()} if values else {}
        asked = (key, n, *filled.items())
        known = self._said.get(asked)
        if known is None:
            known = self._said[asked] = self._say(key, n, filled)
        return known

    def _say(self, key: str, n: int | None, filled: Mapping[str, Markup]) -> Markup:
        found = self.strings[key]
        if isinstance(found, dict):
            found = found.get(self.locale.plural_form(n or 0), found["other"])
        elif n is None and not filled:
            return Markup(found)
        return Markup(found).format(**(filled if n is None else {**filled, "n": self.number(n)}))

    def term(self, kind: str, value: str | None) -> str:
        """The words for a value of a vocabulary; one that the strings do not know is shown as it is."""
        if value is None:
            return ""
        return str(self.strings["term"][kind].get(value, value.replace("_", " ")))

    def number(self, value: float) -> str:
        """A number."""
        if value not in self._known:
            told = format_decimal(value, locale=self.locale, numbering_system="latn")
            self._known[value] = self._digits(told)
        return self._known[value]

    def percent(self, value: float) -> str:
        """A share of one, as a whole percentage."""
        return self._digits(f"{value * 100:.0f}%")

    def day(self, value: date | str | None, form: str = "d MMM y") -> str:
        """A day, or a month where only that is known; empty for none."""
        if value is None:
            return ""
        if isinstance(value, str):
            if len(value) == 7:
                return self.day(date.fromisoformat(value + "-01"), "LLLL y")
            value = date.fromisoformat(value)
        if (value, form) not in self._known:
            self._known[value, form] = self._digits(format_date(value, form, locale=self.locale))
        return self._known[value, form]

    def long_day(self, value: date) -> str:
        """A day with its weekday."""
        return self.day(value, self.strings["long_day"])

    def moment(self, value: datetime | None) -> str:
        """A moment in UTC; empty for none."""
        if value is None:
            return ""
        hour = self._digits(format_datetime(value, "HH:mm", locale=self.locale))
        return f"{self.day(value.date())}{self.strings['comma']}{hour} UTC"

    def window(self, first: date | None, last: date | None) -> str:
        """A stretch of days by the name that people give it: a day, a month, a quarter, half a year, a year."""
        if first is None or last is None:
            return str(self.strings["no_window"])
        if first == last:
            return self.day(first)
        after = last + timedelta(days=1)
        months = (after.year - first.year) * 12 + after.month - first.month
        if first.day == 1 and after.day == 1:
            if months == 1:
                return self.day(first, "LLLL y")
            if months == 3 and first.month % 3 == 1:
                return self.day(first, "QQQ y")
            if months == 6 and first.month % 6 == 1:
                return str(self.say("half_1" if first.month == 1 else "half_2", year=self.day(first, "y")))
            if months == 12 and first.month == 1:
                return self.day(first, "y")
        return self.days(first, last)

    def days(self, first: date, last: date) -> str:
        """A stretch of days by its ends."""
        if first == last:
            return self.day(first)
        return f"{self.day(first, 'd MMM' if first.year == last.year else 'd MMM y')} – {self.day(last)}"

    def party(self, code: str) -> str:
        """The name of a state or organisation; a code that nobody knows is shown as it is."""
        if code not in self._known:
            named: Mapping[str, str] = self.strings["party"]
            self._known[code] = str(named.get(code) or self.locale.territories.get(code) or code)
        return self._known[code]

    def parties(self, codes: Sequence[str]) -> Markup:
        """Parties side by side, each kept whole whatever its direction."""
        asked = tuple(codes)
        known = self._said.get(asked)
        if known is None:
            named = (Markup("<bdi>{}</bdi>").format(self.party(code)) for code in asked)
            known = self._said[asked] = Markup(' <span class="and">·</span> ').join(named)
        return known

    def place(self, city: str | None, country: str | None) -> str:
        """City and country, as far as they are known."""
        parts = [self.cities.get(city, city) if city else None, self.party(country) if country else None]
        return self.strings["comma"].join(dict.fromkeys(part for part in parts if part))  # type: ignore[no-any-return]

    def _digits(self, text: str) -> str:
        return text.translate(_ARABIC_DIGITS) if self.strings["digits"] == "arab" else text


@cache
def languages() -> tuple[str, ...]:
    """The languages in which the report is written."""
    folder = files("checks.report").joinpath("strings")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir()))


@cache
def words(lang: str) -> Words:
    """The report's strings in a language.

    Raises:
        UnknownLanguage: there are none.
    """
    if lang not in languages():
        raise UnknownLanguage(f'The report is written in {" and ".join(languages())}, not in "{lang}".')
    strings = tomllib.loads(files("checks.report").joinpath(f"strings/{lang}.toml").read_text(encoding="utf-8"))
    return Words(lang, strings, Locale.parse(_LOCALES.get(lang, lang)), _cities(lang))


def _cities(lang: str) -> dict[str, str]:
    """Names of cities as the lexicon spells them first; the data carry English ones."""
    if lang == "en" or lang not in read_languages():
        return {}
    found: dict[str, str] = {}
    for example in load(lang).examples:
        if example.entry.kind == "city" and example.forms:
            found.setdefault(example.entry.value, example.forms[0])
    return found
