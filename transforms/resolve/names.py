"""Whether two names can be one person's: chains compared part by part, across spellings and scripts."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, Levenshtein

from transforms.resolve.sounds import long_vowels_fit, other_keys, script_of, sound_key
from transforms.text import fold

# Words that join the parts of a chain and carry no name.
_JOINTS = frozenset("بن ابن بنت bin ben ibn bint binti b ould ولد".split())
# Articles and house words before a family name: written or left out, joined or apart.
_ARTICLES = frozenset("ال al el ul ad ar as ash at az an aal de von van".split())
# The first half of a compound name, written apart or together.
_SERVANT = frozenset("عبد abd abdul abdel abdal abdu abdol".split())
_HEADS = frozenset("ابو ابي ابا بو abu abou abul aboul abo bu bou".split())
_TAILS = re.compile(r"^(?:uddin|eddin|aldin|eldin|الدين)$")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED_ARTICLE = re.compile(r"^ال(?=\w{3})")
_LATIN_ARTICLE = re.compile(r"^[ae]l(?=[^\W\daeiou]\w{3})")
_SERVANT_JOINED = re.compile(r"^(?:abd[aeiou]?l?|عبدال)(?=\w{3})")

_COMPOUND = re.compile(r"^(?:عبد|abd|ابو|ab[uo])")

SAME = 0.8  # from here on two names are one person's
DOUBT = 0.55  # from here on a person should look


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How well two names agree."""

    score: float  # 0 to 1
    shared: int  # parts that agree
    conflict: bool  # both have parts that the other contradicts
    reason: str


@lru_cache(maxsize=65536)
def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name in order, folded, without joints and articles; compounds are one part."""
    letters = unicodedata.normalize("NFKD", fold(name).lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("'", "")
    words = _WORD.findall(plain)
    parts: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        rest = words[i + 1 :]
        if word in _SERVANT and rest:
            step = 2 if len(rest) > 1 and rest[0] in _ARTICLES else 1
            parts.append("عبد" + _bare(rest[step - 1]) if script_of(word) == "arabic" else "abd" + rest[step - 1])
            i += step + 1
            continue
        if word in _HEADS and rest and len(words) > 2:
            step = 2 if len(rest) > 1 and rest[0] in _ARTICLES else 1
            parts.append(word.removesuffix("l") + _bare(rest[step - 1]))
            i += step + 1
            continue
        if _TAILS.match(word) and parts:
            parts[-1] += "din" if script_of(word) == "latin" else "دين"
        elif word not in _JOINTS and (word not in _ARTICLES or len(words) == 1):
            parts.append(_SERVANT_JOINED.sub(_servant, _bare(word)))
        i += 1
    return tuple(parts)


def name_keys(name: str) -> tuple[str, ...]:
    """The sound keys of a name's parts, for finding candidates."""
    return tuple(_key(part) for part in parts_of(name))


def compare_names(a: str, b: str) -> NameMatch:
    """How well two names agree. Names of one part are weak evidence: the caller asks for office and party besides."""
    left, right = parts_of(a), parts_of(b)
    if not left or not right:
        return NameMatch(0.0, 0, False, "no name")
    left, right = _joined(left, right), _joined(right, left)
    short, long_ = (left, right) if len(left) <= len(right) else (right, left)
    pairs = _align(short, long_)
    if len(pairs) < len(short) and not (_is_chain(a) or _is_chain(b)):
        pairs = _turned(short, long_) or pairs
    shared = len(pairs)
    if shared == 0:
        return NameMatch(0.0, 0, True, "no part agrees")
    likeness = sum(score for _, _, score in pairs) / shared
    if len(short) == 1:
        at_edge = pairs[0][1] in (0, len(long_) - 1)
        score = 0.95 if len(long_) == 1 else 0.75 if at_edge else 0.6
        return NameMatch(round(score * likeness, 3), 1, False, "one part agrees")
    if shared == len(short):
        if pairs[0][1] != 0 and _is_given_different(short, long_, pairs):
            return NameMatch(round(0.7 * likeness, 3), shared, False, "agrees but for the first part")
        return NameMatch(round(likeness, 3), shared, False, f"{shared} parts agree")
    if shared >= 2 and pairs[0][0] == 0 and pairs[0][1] == 0 and pairs[-1][0] == len(short) - 1:
        return NameMatch(round(0.6 * likeness, 3), shared, False, "first and last parts agree")
    return NameMatch(round(0.3 * likeness * shared / len(short), 3), shared, True, "parts contradict")


def _joined(parts: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The parts, two of them made one where the other name writes them together (Nur Sultan, Nursultan)."""
    for n, (first, second) in enumerate(pairwise(parts)):
        if any(part_likeness(first + second, part) >= 0.95 for part in other):
            return (*parts[:n], first + second, *parts[n + 2 :])
    return parts


def _align(short: tuple[str, ...], long_: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """The best pairs of parts that agree, in order (longest common subsequence by likeness)."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int, float]]]] = {}

    def at(i: int, j: int) -> tuple[float, list[tuple[int, int, float]]]:
        if i == len(short) or j == len(long_):
            return 0.0, []
        if (i, j) not in best:
            options = [at(i + 1, j), at(i, j + 1)]
            alike = part_likeness(short[i], long_[j])
            if alike > 0:
                score, rest = at(i + 1, j + 1)
                options.insert(0, (alike + score, [(i, j, alike), *rest]))  # of equals, the earliest parts
            best[i, j] = max(options, key=lambda option: (option[0], len(option[1])))
        return best[i, j]

    return at(0, 0)[1]


def _turned(short: tuple[str, ...], long_: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """The pairs when one of the names is printed family name first; empty where they do not fit even so."""
    if len(short) < 2 or len(short) != len(long_):
        return []
    for turned in (short[1:] + short[:1], short[-1:] + short[:-1]):
        likeness = [part_likeness(a, b) for a, b in zip(turned, long_, strict=True)]
        if all(likeness):
            return [(n, n, score) for n, score in enumerate(likeness)]
    return []


def _is_chain(name: str) -> bool:
    """Whether a name says whose son or daughter somebody is: then its order is fixed."""
    return any(word in _JOINTS for word in _WORD.findall(fold(name).lower()))


@lru_cache(maxsize=262144)
def part_likeness(a: str, b: str) -> float:
    """How alike two parts are: 1 for the same letters, less for variants, 0 for different names."""
    if a == b:
        return 1.0
    ka, kb = _key(a), _key(b)
    if script_of(a) == script_of(b):
        return _variant_likeness(a, b, ka == kb)
    if ka == kb:
        fits = long_vowels_fit(a, b) if script_of(a) == "arabic" else long_vowels_fit(b, a)
        return 0.0 if not fits else 0.95 if len(ka) > 1 else 0.85
    if min(len(ka), len(kb)) >= 2 and other_keys(a) & other_keys(b):
        return 0.9
    if any(_key(_LATIN_ARTICLE.sub("", x)) == _key(y) for x, y in ((a, b), (b, a)) if _LATIN_ARTICLE.match(x)):
        return 0.9
    if any(_COMPOUND.match(part) for part in (a, b)):
        return 0.0  # of compounds the second half is the name: Abdulrahman, Abdulrahim
    if ka.removeprefix("A") == kb.removeprefix("A") and min(len(ka), len(kb)) >= 3:
        return 0.85  # a first vowel that one of the two does not write (Brahim)
    # Another consonant at the end may be a way of writing (Murad, Murat); one more in a short name is another name.
    near = Levenshtein.distance(ka, kb) <= 1 and min(len(ka), len(kb)) >= (3 if len(ka) == len(kb) else 4)
    if near and ka[:2] == kb[:2]:
        return 0.85
    return 0.0


def _variant_likeness(a: str, b: str, same_key: bool) -> float:
    """Two spellings in one script: Arabic writes long vowels, so there a name differs by them; Latin does not."""
    far = Levenshtein.distance(a, b)
    if script_of(a) == "arabic":
        # Short names differ by a long vowel alone (Hasan, Husain); long ones are foreign, spelt in several ways.
        short = min(len(a), len(b))
        alike = same_key or bool(other_keys(a) & other_keys(b))
        return 0.95 if alike and short >= 6 and far <= (1 if short == 6 else 2) else 0.0
    if same_key and JaroWinkler.similarity(a, b) >= 0.8:
        return 0.97
    if _LATIN_ARTICLE.sub("", a) == _LATIN_ARTICLE.sub("", b):
        return 0.95
    # A letter more or less is a way of writing; another consonant is another name (Akhmetov, Akhmedov).
    more = len(_key(a)) != len(_key(b))
    return 0.85 if more and min(len(a), len(b)) >= 5 and far <= 1 and a[0] == b[0] else 0.0


def _is_given_different(short: tuple[str, ...], long_: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> bool:
    """Whether the shorter name leaves out the longer one's first part, rather than turning the order round."""
    return pairs[0][1] > 0 and not (len(short) == len(long_) and pairs[0][1] == len(long_) - 1)


@lru_cache(maxsize=65536)
def _key(part: str) -> str:
    return sound_key(part)


def _servant(found: re.Match[str]) -> str:
    """The first half of a compound without its article, as when it is written apart."""
    return "عبد" if script_of(found.group()) == "arabic" else "abd"


def _bare(word: str) -> str:
    """A word without the article that Arabic writes joined to it."""
    return _JOINED_ARTICLE.sub("", word)
