"""Given names that readers know: near ones that are two names, and one name that languages write differently."""

import re
from functools import cache, lru_cache

from transforms.lexicon.loader import shared
from transforms.resolve.phones import coarse_keys, distance
from transforms.resolve.sounds import script_of
from transforms.text import fold

_ARTICLE = re.compile(r"^(?:وال|ال)(?=\w{3})")
_ENDING = re.compile(r"(?<=\w\w)(?:وف|يف|وفا|يفا|فيتش|سكي|نكو|شتاين|اوغلو|زاده|شفيلي|يان|ياني).?$|[گپڤچ]")
_LONG = 4  # letters: of a shorter name, such as a Chinese one, each counts
_FAR = 0.3  # what sounds like no known name costs more as any
_CLEAR = 0.07  # what a spelling must cost more as one known name than as another, to be the other


def one_name(a: str, b: str) -> bool:
    """Whether two parts are one name in two languages (Yusuf, Joseph)."""
    groups = _same()
    if groups.get(a, frozenset()) & groups.get(b, frozenset()):
        return True
    return bool(names_of(a) & names_of(b))


def two_servants(a: str, b: str) -> bool:
    """Likewise of what stands after Abd: names of God, of which there are not many."""
    near_a, near_b = _near_servants(a), _near_servants(b)
    return bool(near_a) and bool(near_b) and not near_a & near_b


def two_names(a: str, b: str) -> bool:
    """Whether two parts that sound alike are known as names of two people."""
    left, right = script_of(a), script_of(b)
    if left == right and a in _known(left) and b in _known(left):
        return a != b
    names_a, names_b = names_of(a), names_of(b)
    if names_a and names_b:
        return not names_a & names_b
    near_a, near_b = _near(a), _near(b)
    if near_a is None or near_b is None or near_a[0] == near_b[0]:
        return False
    return _clearer(near_a, near_b[0], a) and _clearer(near_b, near_a[0], b)


def names_of(part: str) -> frozenset[str]:
    """The known Arabic names that a part is, or that the list says it spells."""
    if script_of(part) == "arabic":
        return frozenset({part}) & _known("arabic")
    return _spelled().get(part, frozenset())


def is_title(word: str) -> bool:
    """Whether a folded word is a title and no name."""
    return word in _words("titles")


def is_style(word: str) -> bool:
    """Whether a folded word is a title that may also be a name."""
    return word in _words("styles")


def is_eastern(part: str) -> bool:
    """Whether a part is a family name of East Asia, that each syllable of the given name follows."""
    return part in _words("eastern")


def often_left_out(part: str) -> bool:
    """Whether a first name is one that its bearers print now and leave out then."""
    return part in _words("left_out")


@lru_cache(maxsize=65536)
def sounds_foreign(parts: tuple[str, ...]) -> bool:
    """Whether Arabic letters spell a name of another language, where each outlet chooses its own letters."""
    if any(script_of(part) != "arabic" for part in parts):
        return False
    native = [part in _known("arabic") or part.startswith("عبد") or bool(_ARTICLE.match(part)) for part in parts]
    if any(_ENDING.search(part) for part, own in zip(parts, native, strict=True) if not own):
        return True
    return not any(native) and min(map(len, parts), default=0) >= _LONG


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


@lru_cache(maxsize=65536)
def _near_servants(part: str) -> frozenset[str]:
    """The names of God that a part sounds like, none clearly more than another."""
    costs = {name: 0.0 if name == part else distance(name, part)[0] for name in _servants()}
    least = min(costs.values())
    return frozenset(name for name, cost in costs.items() if cost < min(_FAR, least + _CLEAR))


@cache
def _servants() -> tuple[str, ...]:
    return tuple(fold(str(shared("given_names")["servants"])).split())


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
def _words(table: str) -> frozenset[str]:
    return frozenset(fold(str(shared("given_names")[table])).lower().split())


@cache
def _known(script: str) -> frozenset[str]:
    words = shared("given_names").get(script, "")
    return frozenset(fold(str(words)).lower().split())


@cache
def _spelled() -> dict[str, frozenset[str]]:
    """The Arabic names that each listed Latin spelling may stand for."""
    found: dict[str, set[str]] = {}
    for line in str(shared("romanised")["names"]).strip().splitlines():
        name, spellings = fold(line).lower().split("|")
        for spelling in spellings.split():
            found.setdefault(spelling, set()).add(name.strip())
    return {spelling: frozenset(names) for spelling, names in found.items()}


@cache
def _same() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for n, line in enumerate(shared("given_names")["same"]):
        for word in fold(line).lower().replace("|", ",").split(","):
            groups.setdefault(word.strip(), set()).add(n)
    return {word: frozenset(own) for word, own in groups.items()}
