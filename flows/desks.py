"""Desks of a home: the sections `[desk.<name>]` of its settings."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from flows.errors import InputError
from flows.home import Home
from transforms.lexicon.schema import ORGANISATIONS, STATES
from transforms.vocabulary import Office, Portfolio
from transforms.watch.desks import Desk, groups

_LISTS = ("states", "groups", "portfolios", "people", "bodies")


def desks(home: Home) -> dict[str, Desk]:
    """Every desk of a home by its name.

    Raises:
        InputError: a desk says what is not known; the message names the section and the value.
    """
    if not home.settings.exists():
        return {}
    try:
        sections = tomllib.loads(home.settings.read_text(encoding="utf-8")).get("desk", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"The settings {home.settings} cannot be read: {error}.") from error
    if not isinstance(sections, dict):
        raise InputError(f"{home.settings}: desks are sections of their own.", advice="Write [desk.name].")
    return {name: _desk(home, name, given) for name, given in sections.items()}


def desk_called(home: Home, name: str | None) -> Desk | None:
    """One desk by its name; null where none is asked for.

    Raises:
        InputError: there is no such desk.
    """
    if name is None:
        return None
    known = desks(home)
    if name not in known:
        said = f"Desks: {', '.join(sorted(known))}." if known else f"Write one in {home.settings}: [desk.{name}]"
        raise InputError(f'There is no desk "{name}".', advice=said)
    return known[name]


def check_groups(given: Sequence[str]) -> None:
    """Refuse a group of states that is not known."""
    for name in given:
        if name not in groups():
            raise InputError(f'There is no group of states "{name}".', advice=f"Known: {', '.join(sorted(groups()))}.")


def check_parties(given: Sequence[str]) -> None:
    """Refuse what is no code of a state or organisation."""
    for code in given:
        if code not in STATES | ORGANISATIONS:
            raise InputError(f'"{code}" is no code of a state or organisation.', advice="As in SA, KZ, GCC.")


def _desk(home: Home, name: str, given: object) -> Desk:
    where = f"{home.settings}: [desk.{name}]"
    if not name.replace("-", "").replace("_", "").isalnum():  # it names a folder
        raise InputError(f"{where}: a desk's name has letters, digits, - and _ only.")
    if not isinstance(given, Mapping):
        raise InputError(f"{where} is a section.")
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key == "lowest_level":
            values[key] = _one(where, key, value, [office.value for office in Office])
        elif key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
                raise InputError(f"{where} {key} is a list of words.")
            values[key] = value
        else:
            raise InputError(f'{where} has no "{key}".', advice=f"Known: {', '.join((*_LISTS, 'lowest_level'))}.")
    check_groups(values.get("groups", ()))
    check_parties(values.get("states", ()))
    for word in values.get("portfolios", ()):
        _one(where, "portfolios", word, [portfolio.value for portfolio in Portfolio])
    return Desk(
        name,
        frozenset(values.get("states", ())),
        tuple(values.get("groups", ())),
        frozenset(values.get("portfolios", ())),
        tuple(values.get("people", ())),
        tuple(values.get("bodies", ())),
        values.get("lowest_level"),
    )


def _one(where: str, key: str, value: object, known: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise InputError(f'{where} {key} has "{value}".', advice=f"Known: {', '.join(known)}.")
    return value
