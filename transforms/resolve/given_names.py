"""Given names that readers know: near ones that are two names, and one name that languages write differently."""

from functools import cache, lru_cache

from transforms.lexicon.loader import shared
from transforms.resolve.phones import coarse_keys, distance
from transforms.resolve.sounds import script_of
from transforms.text import fold

_FAR = 0.3  # what sounds like no known name costs more as any
_CLEAR = 0.07  # what a spelling must cost more as one known name than as another, to be the other


def one_name(a: str, b: str) -> bool:
    """Whether two parts are one name in two languages (Yusuf, Joseph)."""
    groups = _same()
    return bool(groups.get(a, frozenset()) & groups.get(b, frozenset()))


def two_names(a: str, b: str) -> bool:
    """Whether two parts that sound alike are known as names of two people."""
    left, right = script_of(a), script_of(b)
    if left == right and a in _known(left) and b in _known(left):
        return a != b
    near_a, near_b = _near(a), _near(b)
    if near_a is None or near_b is None or near_a[0] == near_b[0]:
        return False
    return _clearer(near_a, near_b[0], a) and _clearer(near_b, near_a[0], b)


def _clearer(near: tuple[str, float], other: str, part: str) -> bool:
    """Whether a spelling is clearly its own name rather than the other."""
    return near[1] + _CLEAR <= distance(other, part)[0]


@lru_cache(maxsize=65536)
def _near(part: str) -> tuple[str, float] | None:
    """The known Arabic name that a part is, or that it sounds like in Latin letters, with what that costs."""
    if script_of(part) == "arabic":
        return (part, 0.0) if part in _known("arabic") else None
    found = min(((distance(name, part)[0], name) for name in _candidates(part)), default=(_FAR, ""))
    return (found[1], found[0]) if found[0] < _FAR else None


def _candidates(part: str) -> frozenset[str]:
    return frozenset(name for key in coarse_keys(part) for name in _by_key().get(key, ()))


@cache
def _by_key() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in _known("arabic"):
        for key in coarse_keys(name):
            found.setdefault(key, set()).add(name)
    return found


@cache
def _known(script: str) -> frozenset[str]:
    words = shared("given_names").get(script, "")
    return frozenset(fold(str(words)).lower().split())


@cache
def _same() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for n, line in enumerate(shared("given_names")["same"]):
        for word in fold(line).lower().replace("|", ",").split(","):
            groups.setdefault(word.strip(), set()).add(n)
    return {word: frozenset(own) for word, own in groups.items()}
