"""Holders of high office that a list knows under all their spellings: a help where sounds alone would leave a doubt."""

from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.lexicon.loader import shared
from transforms.lexicon.schema import ORGANISATIONS, STATES, LexiconError
from transforms.resolve.names import compare_names, parts_of
from transforms.vocabulary import Office, Portfolio

_SURE = 0.9  # a spelling that is not listed must agree so well with one that is


@dataclass(frozen=True, slots=True)
class Official:
    """A line of the list."""

    party: str
    office: Office
    portfolio: Portfolio | None  # null: the office has none
    names: tuple[str, ...]


@cache
def officials() -> tuple[Official, ...]:
    """The list, in its order.

    Raises:
        LexiconError: a line does not say what it must.
    """
    return tuple(official(line) for line in shared("officials")["rows"].strip().splitlines())


def official(line: str) -> Official:
    """One line: party, office, portfolio, spellings.

    Raises:
        LexiconError: it has other columns, or a code that is not known.
    """
    cells = [cell.strip() for cell in line.split("|")]
    where = "shared/officials.toml"
    if len(cells) != 4:
        raise LexiconError(where, repr(line), f"{len(cells)} columns instead of 4")
    party, office, portfolio, spellings = cells
    if party not in STATES | ORGANISATIONS:
        raise LexiconError(where, repr(line), f"party {party!r} is not known")
    names = tuple(name.strip() for name in spellings.split(";") if name.strip())
    try:
        return Official(party, Office(office), Portfolio(portfolio) if portfolio else None, names)
    except ValueError as error:
        raise LexiconError(where, repr(line), str(error)) from error


@lru_cache(maxsize=65536)
def known(party: str, name: str) -> Official | None:
    """Who of the list bears a name, for a party; null where nobody does, or several."""
    own = parts_of(name)
    if len(own) < 2:
        return None
    of_party = _by_party().get(party, ())
    near = _exact().get((party, own)) or [
        entry for entry in of_party if any(_agree(name, spelling) for spelling in entry.names)
    ]
    return near[0] if len(near) == 1 else None


def _agree(name: str, spelling: str) -> bool:
    if len(parts_of(name)) != len(parts_of(spelling)):
        return False
    match = compare_names(*sorted((name, spelling)))
    return match.score >= _SURE and match.shared >= 2


@cache
def _exact() -> dict[tuple[str, tuple[str, ...]], list[Official]]:
    found: dict[tuple[str, tuple[str, ...]], list[Official]] = {}
    for entry in officials():
        for parts in {parts_of(spelling) for spelling in entry.names}:
            found.setdefault((entry.party, parts), []).append(entry)
    return found


@cache
def _by_party() -> dict[str, tuple[Official, ...]]:
    found: dict[str, list[Official]] = {}
    for entry in officials():
        found.setdefault(entry.party, []).append(entry)
    return {party: tuple(entries) for party, entries in found.items()}
