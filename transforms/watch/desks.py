"""Desks: which promises, meetings and instruments concern one group of readers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.ids import normal
from transforms.lexicon.loader import shared
from transforms.resolve.bodies import same_body
from transforms.resolve.likeness import likeness
from transforms.vocabulary import Office

_ALIKE = 85  # of 100
_RANK = {office.value: n for n, office in enumerate(Office)}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a desk looks at; an empty field sets no limit."""

    name: str = ""
    states: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()  # names of groups of states
    portfolios: frozenset[str] = frozenset()
    people: tuple[str, ...] = ()  # names, or parts of names
    bodies: tuple[str, ...] = ()
    lowest_level: str | None = None  # an office; lower ones are left out, untold ones are not


@dataclass(frozen=True, slots=True)
class Matter:
    """What a promise, meeting or instrument is, as far as desks are concerned."""

    parties: frozenset[str]
    portfolios: frozenset[str] = frozenset()  # empty: not told
    offices: frozenset[str] = frozenset()  # empty: not told
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def groups() -> Mapping[str, frozenset[str]]:
    """The groups of states that are known by name."""
    return {name: frozenset(members) for name, members in shared("groups").items()}


def states_of(names: Iterable[str]) -> frozenset[str]:
    """The states of all these groups.

    Raises:
        KeyError: a group is not known; its name is the argument.
    """
    known = groups()
    return frozenset().union(*(known[name] for name in names))


def concerns(desk: Desk, matter: Matter) -> bool:
    """Whether a matter is the desk's: by its states, ministries and level, or by a person or body that it follows.

    Where a desk names states and groups, both sides must be there: one of its states with one of the groups'.
    """
    if any(_named(name, matter.people) for name in desk.people) or _followed(desk, matter):
        return True
    if not (desk.states or desk.groups or desk.portfolios or desk.lowest_level):
        return not (desk.people or desk.bodies)
    if desk.portfolios and not desk.portfolios & matter.portfolios:
        return False
    return _related(desk, matter.parties) and _high_enough(desk, matter.offices)


def _followed(desk: Desk, matter: Matter) -> bool:
    """Whether it is of one of the desk's bodies: by the whole name, or by its kind where the states are the desk's."""
    near = bool(desk.states or desk.groups) and _related(desk, matter.parties)
    return any(
        same_body(own, body) is not False and (near or likeness(normal(own), normal(body)) >= _ALIKE)
        for own in desk.bodies
        for body in matter.bodies
    )


def _related(desk: Desk, parties: frozenset[str]) -> bool:
    grouped = states_of(desk.groups)
    if desk.states and desk.groups:
        return any(a != b for a in desk.states & parties for b in grouped & parties)
    wanted = desk.states | grouped
    return not wanted or bool(wanted & parties)


def _high_enough(desk: Desk, offices: frozenset[str]) -> bool:
    ranks = [_RANK[office] for office in offices if office in _RANK]
    return desk.lowest_level is None or not ranks or min(ranks) <= _RANK[desk.lowest_level]


def _named(name: str, people: Iterable[str]) -> bool:
    wanted = set(normal(name).split())
    return any(wanted <= set(normal(person).split()) for person in people)
