"""Corrections by people: which values of what may be corrected, to what, and how a row obeys."""

import json
import re
from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from transforms.lexicon.schema import STATES
from transforms.resolve.days import precision_of, span_of
from transforms.vocabulary import AgreementStatus, AgreementType, Form, Format, Occasion
from warehouse.errors import WarehouseError

# What each value must be: a vocabulary, a pattern, or null for any words.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_OR_MONTH = re.compile(r"\d{4}-\d{2}(-\d{2})?")
Rule = type[StrEnum] | re.Pattern[str] | frozenset[str] | None
FIELDS: Mapping[str, Mapping[str, Rule]] = {
    "meeting": {
        "date": _DAY_OR_MONTH,
        "end_date": _DAY,
        "form": Form,
        "format": Format,
        "city": None,
        "country": STATES,
        "venue": None,
        "occasion": Occasion,
        "framework": None,
    },
    "agreement": {"type": AgreementType, "status": AgreementStatus, "date": _DAY, "title": None},
    "person": {"name": None, "name_ar": None, "name_latin": None},
}
_WORDS = {"confirm": "confirmed", "correct": "corrected", "dismiss": "dismissed"}


class BadCorrection(WarehouseError):
    """A value that cannot be corrected, or not to that."""


def correction(kind: str, settings: Sequence[str]) -> str:
    """The JSON of settings like `city=Doha`; nothing after the sign takes a value away.

    Raises:
        BadCorrection: there is no such value, or it cannot be that.
    """
    fields = FIELDS.get(kind, {})
    values: dict[str, str | None] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or name not in fields:
            known = ", ".join(f"{field}=…" for field in fields) or "nothing"
            raise BadCorrection(f'"{setting}" corrects no value of a {kind}.', advice=f"Possible: {known}.")
        if value and not _fits(value, fields[name]):
            raise BadCorrection(f'{name} "{value}" cannot be.', advice=_allowed(fields[name]))
        values[name] = value or None
    if not values:
        raise BadCorrection("A correction must say what is right.", advice="For example: city=Doha")
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def obey(kind: str, row: MutableMapping[str, Any], words: Sequence[Mapping[str, Any]]) -> None:
    """Let a row say what people said of it, in the order in which they did."""
    for word in words:
        row["reviewed"] = _WORDS[word["action"]]
        if word["action"] != "correct":
            continue
        row.update(json.loads(word["value"]))
        if kind == "meeting":
            span = span_of(row["date"], row["end_date"])
            row["first_day"], row["last_day"] = (span.first, span.last) if span else (None, None)
            row["precision"] = precision_of(row["date"], row["end_date"])


def _fits(value: str, rule: Rule) -> bool:
    if rule is None:
        return True
    if isinstance(rule, re.Pattern):
        return bool(rule.fullmatch(value)) and _is_day(value)
    return value in (rule if isinstance(rule, frozenset) else {member.value for member in rule})


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return False
    return True


def _allowed(rule: Rule) -> str:
    if isinstance(rule, re.Pattern):
        return "A day is written YYYY-MM-DD."
    if isinstance(rule, frozenset):
        return "A country is an ISO 3166-1 code of two letters."
    return f"It is one of {', '.join(member.value for member in rule)}." if rule else ""
