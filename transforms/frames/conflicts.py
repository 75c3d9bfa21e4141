"""States with a war on their own ground, by year."""

from functools import lru_cache

from transforms.lexicon.loader import shared

_GOES_ON = 9999


def at_war(state: str, year: int) -> bool:
    """Whether a state (ISO code) had a war on its own ground in a year."""
    return any(first <= year <= last for first, last in _wars().get(state, ()))


@lru_cache
def _wars() -> dict[str, tuple[tuple[int, int], ...]]:
    wars: dict[str, tuple[tuple[int, int], ...]] = {}
    for line in shared("conflicts")["rows"].strip().splitlines():
        state, first, last, _ = (cell.strip() for cell in line.split("|"))
        wars[state] = (*wars.get(state, ()), (int(first), int(last) if last else _GOES_ON))
    return wars
