"""Whether two names can be one person's: chains compared part by part, across spellings and scripts."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from transforms.resolve.given_names import (
    is_eastern,
    is_style,
    is_title,
    names_of,
    often_left_out,
    one_name,
    sounds_foreign,
    two_names,
    two_servants,
)
from transforms.resolve.phones import CEDILLA, coarse_keys, distance, latin_of, phones
from transforms.resolve.sounds import script_of
from transforms.text import fold

# Words that join the parts of a chain and carry no name.
_JOINTS = frozenset("بن ابن بنت bin ben ibn bint binti b ould ولد".split())
_SON_OF = re.compile(r"\b(?:" + "|".join(sorted(_JOINTS)) + r")\b")
# Articles and house words before a family name: written or left out, joined or apart.
_ARTICLES = frozenset("ال al el ul ad ar as ash at az an aal de von van".split())
# The first half of a compound name, written apart or together.
_SERVANT = frozenset("عبد عبدي abd abdul abdel abdal abdu abdol abdi abdoul abdou abdil abdelle".split())
_HEADS = frozenset("ابو ابي ابا بو abu abou abul aboul abo bu bou".split())
_TAILS = re.compile(r"^(?:[aeiu][dl]d[ie]+ne?|الدين)$")
_GOD = frozenset("الله allah ullah ollah".split())
_TAIL = re.compile(r"(?<=\w\w)(?:[aeiu][dl]d[ie]+ne?)$")
_FAITH = frozenset("din dine deen eddine دين".split())
_FAITH_JOINED = re.compile(r"(?<=\w\w)الدين$")
# Two names that make one, written apart or together (Alireza).
_REZA = frozenset("رضا reza rza".split())
_BEFORE_REZA = frozenset("علي محمد حميد غلام احمد امير ali mohammad mohammed hamid gholam ahmad amir".split())
_WORD = re.compile(r"[^\W\d_]+")
_JOINED_ARTICLE = re.compile(r"^ال(?=\w{3})")
_LATIN_ARTICLE = re.compile(r"^[ae]l(?=[^\W\daeiou]\w{3})")
# Abdullah is a name of its own beside Abdulelah, from which its letters hardly differ.
_ALLAH = "عبدلله"
_OF_ALLAH = re.compile(r"^(?:عبدالله|abd[aou]?l?l[ao]h?|abdo?u?laye?)$")
_JOINED_SON = re.compile(r"^ben(?=\w{4})")
_HOUSE = re.compile(r"\b(?:ال\w{3}|(?:al|el|as|ash|ad|ar|az)[ -]\w)")
_DIGRAPH = re.compile(r"([tskdg])(?=h)")
_SERVANT_JOINED = re.compile(r"^(?:abd[aeiou]{0,2}(?:l|([snrtdz])(?=\1))?|عبدال)(?=\w{3})")

_COMPOUND = re.compile(r"^(?:عبد|abd|ابو|بو|abou|abu|abo|bou|bu)(?=\w{3})")
_HEAD_OF = dict.fromkeys(("عبد", "abd"), "servant") | dict.fromkeys(
    ("ابو", "بو", "abou", "abu", "abo", "bou", "bu"), "father"
)
# Letters of Latin spellings that are sounds of their own; without their marks they would be read as others.
_MARKED = str.maketrans(
    {"ş": "sh", "ç": CEDILLA, "č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "ğ": "g", "ı": "i", "ß": "ss", "đ": "dj"}
    | {"ø": "o", "ł": "l", "ñ": "n", "ə": "e", "ň": "n", "ț": "ts", "ș": "sh", "æ": "e", "œ": "o", "þ": "th"}
)

SAME = 0.8  # from here on two names are one person's
DOUBT = 0.55  # from here on a person should look
ALIKE = 0.6  # from here on two parts may be one
_ONE_WORD = 0.7  # from here on two parts together are the one of the other name
_LEFT_OUT = 0.85  # a first name that many do without
_INITIAL = 0.7  # a letter for a name
_DEAR = 0.6  # a step that makes another name of it


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
    letters = unicodedata.normalize("NFKD", latin_of(fold(name).lower().translate(_MARKED)))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("'", "")
    words = _without_titles(_WORD.findall(plain))
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
        if parts and word in _REZA and parts[-1] in _BEFORE_REZA:
            parts[-1] += word
        elif parts and (_TAILS.match(word) or (word in _FAITH and words[i - 1] in _ARTICLES)):
            parts[-1] += "din" if script_of(word) == "latin" else "دين"
        elif parts and word in _GOD:
            parts[-1] += word
        elif word not in _JOINTS and (word not in _ARTICLES or len(words) == 1):
            parts.append(_OF_ALLAH.sub(_ALLAH, word) if _OF_ALLAH.match(word) else _joined_servant(word))
        i += 1
    return tuple(_OF_ALLAH.sub(_ALLAH, part) for part in parts)


def _without_titles(words: list[str]) -> list[str]:
    """The words of a name after its titles."""
    first = 0
    while first < len(words) - 1 and is_title(words[first]):
        first += 1
    return words[first:]


def name_keys(name: str) -> tuple[str, ...]:
    """The coarse keys of a name's parts, for finding candidates: two of them must be in common, or the only one."""
    parts = parts_of(name)
    whole = [part for part in parts if len(part) > 1] or parts  # an initial agrees with many names
    spelled = [name for part in whole for name in (part, _bare_compound(part), *names_of(part))]
    read = [reading for part in spelled for reading in _readings(part)]
    return tuple(sorted({key for part in read for key in coarse_keys(part)}))


@lru_cache(maxsize=131072)
def compare_names(a: str, b: str) -> NameMatch:
    """How well two names agree. Names of one part are weak evidence: the caller asks for office and party besides."""
    left, right = parts_of(a), parts_of(b)
    if not left or not right:
        return NameMatch(0.0, 0, False, "no name")
    left, right = _without_style(left, right), _without_style(right, left)
    short, long_ = (left, right) if len(left) <= len(right) else (right, left)
    foreign = sounds_foreign(left) and sounds_foreign(right)
    pairs = _align(short, long_, foreign)
    if len(pairs) < len(short) or (is_eastern(left[0]) and len(left) != len(right)):
        left, right = _joined(left, right, foreign), _joined(right, left, foreign)
        short, long_ = (left, right) if len(left) <= len(right) else (right, left)
        pairs = _align(short, long_, foreign)
    if len(pairs) < len(short) and (_begins_chain(a) or _begins_chain(b) or not (_is_chain(a) or _is_chain(b))):
        pairs = _turned(short, long_) or pairs
    shared = len(pairs)
    if shared == 0:
        return NameMatch(0.0, 0, True, "no part agrees")
    likeness = sum(score for _, _, score in pairs) / shared
    if len(short) == 1:
        at_edge = pairs[0][1] in (0, len(long_) - 1)
        score = 0.95 if len(long_) == 1 else 0.75 if at_edge else 0.6
        return NameMatch(round(score * likeness, 3), 1, False, "one part agrees")
    if shared == len(short) < len(long_) and is_eastern(left[0]) and is_eastern(right[0]):
        return NameMatch(round(0.3 * likeness, 3), shared, True, "a syllable more makes another name")
    if shared == len(short) and _other_father(a, b):
        return NameMatch(round(0.7 * likeness, 3), shared, False, "all parts agree, the father is another")
    if shared == len(short):
        styled = pairs[0][1] == 1 and is_style(long_[0])  # Sayyid Mojtaba is Mojtaba
        if pairs[0][1] != 0 and not styled and _is_given_different(short, long_, pairs):
            if pairs[0][1] == 1 and often_left_out(long_[0]) and not (_names_house(a) or _names_house(b)):
                return NameMatch(round(_LEFT_OUT * likeness, 3), shared, False, f"agrees but for {long_[0]}")
            return NameMatch(round(0.7 * likeness, 3), shared, False, "agrees but for the first part")
        return NameMatch(round(likeness, 3), shared, False, f"{shared} parts agree")
    if shared >= 2 and pairs[0][:2] == (0, 0) and not _contradict(short, long_, pairs):
        return NameMatch(round(0.75 * likeness, 3), shared, False, f"{shared} parts agree, one is on one side only")
    return NameMatch(round(0.3 * likeness * shared / len(short), 3), shared, True, "parts contradict")


def _without_style(parts: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The parts without a title that may be a name, where the other name does without it."""
    if len(parts) > 2 and is_style(parts[0]) and parts[0] not in other and not is_style(other[0]):
        return parts[1:]
    return parts


def _joined(parts: tuple[str, ...], other: tuple[str, ...], foreign: bool) -> tuple[str, ...]:
    """The parts, two of them made one where the other name writes them together (Nur Sultan, Nursultan)."""
    for n, (first, second) in enumerate(pairwise(parts)):
        if any(part_likeness(first + second, part, foreign) >= _ONE_WORD for part in other):
            return (*parts[:n], first + second, *parts[n + 2 :])
    return parts


def _align(short: tuple[str, ...], long_: tuple[str, ...], foreign: bool) -> list[tuple[int, int, float]]:
    """The best pairs of parts that agree, in order (longest common subsequence by likeness)."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int, float]]]] = {}

    def at(i: int, j: int) -> tuple[float, list[tuple[int, int, float]]]:
        if i == len(short) or j == len(long_):
            return 0.0, []
        if (i, j) not in best:
            options = [at(i + 1, j), at(i, j + 1)]
            alike = part_likeness(short[i], long_[j], foreign)
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


def _begins_chain(name: str) -> bool:
    """Whether it is printed family name first (Ould Salem Mohamed)."""
    return any(word in _JOINTS for word in _WORD.findall(fold(name).lower())[:1])


def _names_house(name: str) -> bool:
    """Whether a name says whose child, or of which family with an article, somebody is."""
    return _is_chain(name) or bool(_HOUSE.search(fold(name).lower()))


def _other_father(a: str, b: str) -> bool:
    """Whether both names say whose child somebody is, and say two different names."""
    left, right = _father(a), _father(b)
    return left is not None and right is not None and part_likeness(left, right) == 0


@lru_cache(maxsize=65536)
def _father(name: str) -> str | None:
    """The part after the first "son of", where only the given name stands before it; null: the name says no father."""
    given, *rest = _SON_OF.split(fold(name).lower())
    words = [word for word in _WORD.findall(rest[0]) if not is_style(word)] if rest else []
    parts = parts_of(" ".join(words)) if len(parts_of(given)) == 1 else ()
    return parts[0] if parts else None


@lru_cache(maxsize=262144)
def part_likeness(a: str, b: str, foreign: bool = False) -> float:
    """How alike two parts are: 1 for the same sounds, less for variants, 0 for different names.

    With `foreign`, both spell a name of another language in Arabic letters.
    """
    if a == b or one_name(a, b):
        return 1.0
    if _ALLAH in (a, b):
        return 0.0
    if 1 in (len(a), len(b)):
        initial, whole = (a, b) if len(a) == 1 else (b, a)
        alike = initial == whole[0] or bool(coarse_keys(initial) & {key[:1] for key in coarse_keys(whole)} - {"-"})
        return _INITIAL if alike else 0.0
    head, rest_a, rest_b = _compounds(a, b)
    if head:
        return part_likeness(rest_a, rest_b) if head == "father" else _servants_alike(rest_a, rest_b)
    best = max(_sounds_alike(x, y, foreign) for x in _readings(a) for y in _readings(b))
    return best if best >= ALIKE and (foreign or not two_names(a, b)) else 0.0


def _sounds_alike(a: str, b: str, foreign: bool) -> float:
    """One less what hearing one as the other costs; a single dear step is another name, however long the rest is."""
    if not coarse_keys(a) & coarse_keys(b):
        return 0.0
    cost, dearest = distance(a, b, foreign)
    if dearest >= _DEAR:
        return 0.0
    return round(max(0.0, 1 - cost / (0.8 + 0.1 * min(8, max(len(phones(a)), len(phones(b)))))), 3)


@lru_cache(maxsize=65536)
def _readings(part: str) -> tuple[str, ...]:
    """A part as it stands, without an article or "son of" joined to it, with t and h apart (Fathallah), Hungarian."""
    bare = _bare(_LATIN_ARTICLE.sub("", part))
    apart = _DIGRAPH.sub(r"\1'", part)
    return tuple(dict.fromkeys((part, bare, _JOINED_SON.sub("", part), apart, part.replace("sz", "s"))))


def _servants_alike(a: str, b: str) -> float:
    """How alike two names of God are, after Abd."""
    best = max(_sounds_alike(x, y, False) for x in _readings(a) for y in _readings(b))
    return 1.0 if a == b else best if best >= ALIKE and not two_servants(a, b) else 0.0


def _compounds(a: str, b: str) -> tuple[str, str, str]:
    """The head of which both are compounds (Abdulrahman), empty: they are not; and both second halves, the name."""
    left, right = _COMPOUND.match(a), _COMPOUND.match(b)
    if left and right and _HEAD_OF[left.group()] == _HEAD_OF[right.group()]:
        return _HEAD_OF[left.group()], a[left.end() :], b[right.end() :]
    return "", a, b


def _bare_compound(part: str) -> str:
    found = _COMPOUND.match(part)
    return part[found.end() :] if found else part


def _contradict(short: tuple[str, ...], long_: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> bool:
    """Whether both names have, between parts that agree or after them, parts that the other does not have."""
    bounds = [*pairs, (len(short), len(long_), 0.0)]
    return any(b[0] - a[0] > 1 and b[1] - a[1] > 1 for a, b in pairwise(bounds))


def _is_given_different(short: tuple[str, ...], long_: tuple[str, ...], pairs: list[tuple[int, int, float]]) -> bool:
    """Whether the shorter name leaves out the longer one's first part, rather than turning the order round."""
    return pairs[0][1] > 0 and not (len(short) == len(long_) and pairs[0][1] == len(long_) - 1)


def _joined_servant(word: str) -> str:
    return _FAITH_JOINED.sub("دين", _TAIL.sub("din", _SERVANT_JOINED.sub(_servant, word)))


def _servant(found: re.Match[str]) -> str:
    """The first half of a compound without its article, as when it is written apart."""
    return "عبد" if script_of(found.group()) == "arabic" else "abd"


def _bare(word: str) -> str:
    """A word without the article that Arabic writes joined to it."""
    return _JOINED_ARTICLE.sub("", word)
