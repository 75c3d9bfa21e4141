"""Parts of names as sounds, and what it costs to hear one as another: within a script and between scripts."""

import re
from collections.abc import Mapping
from functools import lru_cache

from transforms.resolve.sounds import script_of
from transforms.text import fold

NEVER = 1.0  # another consonant
CEDILLA = "ꞔ"  # c with a cedilla: ch in Turkish, s in French
_VOWELS = frozenset("aeiou")
_WEAK = frozenset("AWYEVH")  # Arabic letters for vowels, and those that Latin spelling leaves out

# Arabic letters: A alef inside, V alef at the beginning, W waw, Y ya, E ayn and hamza, H the final ha of the feminine.
_ARABIC_PAIRS = {"تش": "تش", "دج": "ج", "تس": "تس", "طس": "تس"}
_ARABIC_SIGNS = {"ا": "A", "و": "W", "ي": "Y", "ع": "E", "ء": "E", "ۋ": "W"}
_LATIN_PAIRS = {
    "tsch": "ch", "tch": "ch", "tsh": "ch", "sch": "sh", "shch": "sh", "dzh": "j", "dj": "j", "sh": "sh", "ch": "ch",
    "kh": "kh", "gh": "gh", "zh": "zh", "th": "th", "dh": "dh", "ph": "f", "ts": "ts", "tz": "ts", "ck": "k",
    "cz": "ch", "sz": "sh", "tzh": "j", "dt": "t", "oo": "u", "ee": "i", "aa": "a", "ii": "i", "uu": "u", "yi": "i",
    "iy": "i",
}  # fmt: skip
# Likewise, where they stand: soft and hard c, silent letters of French, x of Chinese, w of the Maghreb.
_LATIN_PAIRS |= {
    "eaux$": "o", "eau$": "o", "oi[stx]$": "w a", "(?<=[hc])amps?$": "a n", "x$": "x", "x": "k s", "^x": "sh",
    "^ou(?=[aeiy])": "w", "ou": "u", "c(?=[eiy])": "c", "(?<=i)c$": "c", "c": "k",
}  # fmt: skip
_LONGEST = sorted(_LATIN_PAIRS, key=len, reverse=True)
_LATIN = re.compile("|".join(f"({key})" for key in _LONGEST) + "|.")
_LATIN_SOUNDS = [_LATIN_PAIRS[key] for key in _LONGEST]
_ARABIC = re.compile("|".join(_ARABIC_PAIRS) + "|.")

# What one letter of a script costs to be heard as one of the other; what is missing is another sound.
_CROSS: Mapping[str, Mapping[str, float]] = {
    "ب": {"b": 0, "p": 0.05, "v": 0.3},
    "پ": {"p": 0, "b": 0.1},
    "ت": {"t": 0, "d": 0.4, "th": 0.1},
    "ط": {"t": 0, "d": 0.3},
    "ث": {"th": 0, "t": 0.15, "s": 0.15},
    "ج": {"j": 0, "g": 0.05, "zh": 0.05, "c": 0.1, "ch": 0.2, CEDILLA: 0.1},
    "چ": {"ch": 0, "c": 0.05, "sh": 0.3},
    "ح": {"h": 0, "kh": 0.1},
    "خ": {"kh": 0, "h": 0.1, "j": 0.15, "ch": 0.2, "k": 0.3},
    "د": {"d": 0, "dh": 0.15, "t": 0.4},
    "ذ": {"dh": 0, "th": 0.05, "z": 0.05, "d": 0.1},
    "ر": {"r": 0},
    "ز": {"z": 0, "s": 0.3, "ts": 0.3},
    "ژ": {"zh": 0, "j": 0, "z": 0.2},
    "س": {"s": 0, CEDILLA: 0, "c": 0.05, "z": 0.4, "ts": 0.3, "th": 0.15},
    "ش": {"sh": 0, "ch": 0, CEDILLA: 0, "s": 0.3, "c": 0.3, "zh": 0.4},
    "ص": {"s": 0, "c": 0.1, "z": 0.4},
    "ض": {"d": 0, "dh": 0.05, "z": 0.15, "th": 0.2},
    "ظ": {"z": 0, "dh": 0, "d": 0.1, "th": 0.1},
    "غ": {"gh": 0, "g": 0, "q": 0.3, "k": 0.4},
    "ف": {"f": 0, "v": 0, "w": 0.1, "p": 0.4},
    "ڤ": {"v": 0, "f": 0.1, "w": 0.1},
    "ق": {"q": 0, "k": 0, "g": 0.1, "gh": 0.3},
    "ك": {"k": 0, "q": 0.05, "g": 0.15, "c": 0.1, "ch": 0.3, "kh": 0.4},
    "گ": {"g": 0, "k": 0.1, "gh": 0.1},
    "ڭ": {"ng": 0, "n": 0.1, "g": 0.1},
    "ل": {"l": 0},
    "م": {"m": 0},
    "ن": {"n": 0, "m": 0.6},
    "ه": {"h": 0, "kh": 0.3},
    "تش": {"ch": 0, CEDILLA: 0, "c": 0.1, "zh": 0.1, "q": 0.1, "sh": 0.3, "j": 0.3},
    "تس": {"ts": 0, "z": 0.1, "c": 0.1, "s": 0.3},
    "A": {"a": 0, "e": 0.08, "o": 0.12, "u": 0.4, "i": 0.5, "h": 0.3},
    "V": {"a": 0, "e": 0, "i": 0, "o": 0, "u": 0, "y": 0.1},
    "W": {"u": 0, "o": 0, "w": 0, "v": 0.05, "a": 0.4, "e": 0.4, "i": 0.5},
    "Y": {"i": 0, "y": 0, "e": 0.03, "j": 0.05, "a": 0.4, "u": 0.4},
    "E": {"a": 0, "e": 0, "i": 0, "o": 0, "u": 0, "y": 0.2, "gh": 0.15, "g": 0.2},
    "H": {"a": 0, "e": 0, "h": 0, "t": 0.1, "i": 0.5},
}
_ARABIC_NEAR = {
    "غج": 0.1, "غك": 0.2, "جك": 0.4, "قك": 0.2, "غق": 0.3, "گك": 0.05, "گغ": 0.05, "گج": 0.1, "تط": 0.15, "سص": 0.25,
    "دض": 0.25, "ذز": 0.2, "ذد": 0.25, "ظض": 0.2, "ظز": 0.3, "ثت": 0.3, "ثس": 0.3, "فڤ": 0, "بپ": 0, "زژ": 0.1,
    "جژ": 0.15, "چج": 0.3, "هح": 0.5, "خح": 0.5, "خه": 0.5, "تد": 0.6, "WF": 0.3, "AH": 0.1, "AV": 0, "AY": 0.45,
    "AW": 0.6, "VY": 0.45, "VW": 0.45, "EA": 0.3, "EV": 0.3, "نم": 0.8, "سز": 0.5,
}  # fmt: skip
# The same for a name of another language, of which no Arabic letter is the sound itself.
_FOREIGN_NEAR = {
    "هح": 0.05, "سص": 0.05, "تط": 0.05, "دض": 0.1, "زض": 0.15, "زظ": 0.1, "زذ": 0.1, "دذ": 0.15, "كق": 0.08,
    "غق": 0.15, "خه": 0.25, "كخ": 0.2, "قخ": 0.2, "خح": 0.3, "AW": 0.35, "AY": 0.35, "WY": 0.45, "AE": 0.05,
    "EV": 0.1, "EY": 0.15, "EW": 0.15, "تد": 0.4, "ثس": 0.1, "ثت": 0.1, "جغ": 0.1, "فW": 0.15,
    "بW": 0.4, "ڤW": 0.1, "HA": 0.05, "HE": 0.2,
}  # fmt: skip
_ARABIC_LONG_NEAR = {("تش", "ش"): 0.3, ("تش", "چ"): 0.05, ("تش", "ج"): 0.3, ("تس", "س"): 0.3, ("تس", "ز"): 0.2}
_LATIN_NEAR = {
    ("a", "e"): 0.1, ("o", "u"): 0.08, ("e", "i"): 0.08, ("i", "y"): 0.02, ("e", "y"): 0.08, ("a", "o"): 0.25,
    ("a", "i"): 0.35, ("a", "u"): 0.45, ("e", "o"): 0.3, ("i", "o"): 0.5, ("i", "u"): 0.4, ("e", "u"): 0.3,
    ("u", "w"): 0.05, ("o", "w"): 0.1, ("v", "w"): 0.08, ("j", "y"): 0.15, ("i", "j"): 0.15, ("k", "q"): 0.03,
    ("c", "s"): 0.1, ("c", "ch"): 0.15, ("c", "j"): 0.3, ("ch", "sh"): 0.08, ("j", "zh"): 0.1, ("g", "j"): 0.2,
    ("g", "gh"): 0.1, ("g", "k"): 0.45, ("g", "q"): 0.2, ("gh", "q"): 0.08, ("h", "kh"): 0.12, ("k", "kh"): 0.35,
    ("d", "dh"): 0.12,
    ("dh", "z"): 0.2, ("dh", "th"): 0.15, ("t", "th"): 0.12, ("s", "th"): 0.25, ("d", "th"): 0.25, ("d", "z"): 0.35,
    ("s", "z"): 0.4, ("f", "v"): 0.25, ("b", "p"): 0.6, ("ts", "z"): 0.2, ("s", "ts"): 0.3, ("c", "ts"): 0.1,
    ("s", "sh"): 0.5, ("m", "n"): 0.8, ("d", "t"): 0.75, ("c", "k"): 0.2, ("s", CEDILLA): 0, ("ch", CEDILLA): 0,
    ("k", CEDILLA): 0.1, ("c", CEDILLA): 0, ("sh", CEDILLA): 0.1, ("u", "v"): 0.3, ("b", "v"): 0.5,
}  # fmt: skip
_CROSS_FINAL = {("د", "t"): 0.2, ("ت", "d"): 0.2, ("ز", "s"): 0.1, ("Y", "a"): 0.08}
_LATIN_FINAL = {("d", "t"): 0.35, ("s", "z"): 0.1, ("f", "v"): 0.1, ("b", "p"): 0.3}
_FINAL_VOWEL = {"a": 0.5, "e": 0.12, "i": 0.5, "y": 0.5, "o": 0.45, "u": 0.45}
_SILENT = frozenset("tdsxpz")  # at the end of a French name
_FOREIGN = re.compile("گ|پ|ڤ|چ|وف$|ييف$|يف$|وفا$|يفا$|فيتش$|وفيتش$|سكي$|نكو$|شتاين|اوغلو")


_CYRILLIC = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y"}
    | {"к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f"}
    | {"х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu"}
    | {"я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ә": "a", "ғ": "gh", "қ": "q", "ң": "n", "ө": "o"}
    | {"ұ": "u", "ү": "u", "һ": "h", "ў": "u", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u"}
)


def latin_of(letters: str) -> str:
    """Cyrillic letters, in lower case, as Latin ones; all others as they are."""
    return letters.translate(_CYRILLIC)


@lru_cache(maxsize=131072)
def phones(part: str) -> tuple[str, ...]:
    """The sounds of one part of a name, in the signs of its script."""
    letters = fold(part).lower()
    if script_of(part) == "arabic":
        return _arabic(letters)
    heard: list[str] = []
    for found in _LATIN.finditer(letters):
        sound = _LATIN_SOUNDS[found.lastindex - 1] if found.lastindex else found.group()
        for sign in sound.split():
            if sign.isalpha() and (not heard or heard[-1] != sign):
                heard.append(sign)
    return tuple(heard)


def _arabic(letters: str) -> tuple[str, ...]:
    heard: list[str] = []
    pieces = _ARABIC.findall(letters)
    for n, piece in enumerate(pieces):
        sign = _ARABIC_SIGNS.get(piece) or _ARABIC_PAIRS.get(piece, piece)
        if n == 0 and sign == "A":
            sign = "V"
        elif piece == "ه" and n == len(pieces) - 1 and n > 1:
            sign = "H"
        if piece.isalpha() and (not heard or heard[-1] != sign):
            heard.append(sign)
    return tuple(heard)


@lru_cache(maxsize=262144)
def distance(a: str, b: str, foreign: bool = False) -> tuple[float, float]:
    """What it costs to hear one part as the other: in all, and the dearest single step.

    With `foreign`, both spell a name of another language in Arabic letters, so that letters stand for one another.
    """
    left, right = script_of(a) == "arabic", script_of(b) == "arabic"
    if right and not left:
        return distance(b, a, foreign)
    loose = bool(_FOREIGN.search(fold(a)) or _FOREIGN.search(fold(b)) or min(len(_bare(a)), len(_bare(b))) >= 6)
    mode = "cross" if left and not right else "foreign" if left and foreign else "arabic" if left else "latin"
    return _edit(phones(a), phones(b), mode, loose)


def _bare(part: str) -> str:
    """A part without the article that Arabic writes joined to it."""
    return part[2:] if part.startswith("ال") else part


def _edit(a: tuple[str, ...], b: tuple[str, ...], mode: str, loose: bool) -> tuple[float, float]:
    """The cheapest way from one row of sounds to the other."""
    gone = [_gone(a, i, "latin" if mode == "latin" else "arabic", mode, loose) for i in range(len(a))]
    come = [_gone(b, j, "latin" if mode in ("latin", "cross") else "arabic", mode, loose) for j in range(len(b))]
    row = [(0.0, 0.0)]
    for j in range(len(b)):
        row.append((row[j][0] + come[j], max(row[j][1], come[j])))
    for i in range(len(a)):
        following = [(row[0][0] + gone[i], max(row[0][1], gone[i]))]
        for j in range(len(b)):
            step = _heard(a, i, b, j, mode)
            options = (
                (row[j][0] + step, max(row[j][1], step)),
                (row[j + 1][0] + gone[i], max(row[j + 1][1], gone[i])),
                (following[j][0] + come[j], max(following[j][1], come[j])),
            )
            following.append(min(options))
        row = following
    return row[-1]


def _heard(a: tuple[str, ...], i: int, b: tuple[str, ...], j: int, mode: str) -> float:
    one, two = a[i], b[j]
    if mode == "cross":
        cost = _CROSS.get(one, {}).get(two, NEVER)
        last = i == len(a) - 1 and j == len(b) - 1
        return _CROSS_FINAL.get((one, two), cost) if last else cost
    if one == two:
        return 0.0
    if mode == "foreign" and (near := _FOREIGN_NEAR.get(one + two, _FOREIGN_NEAR.get(two + one))) is not None:
        return near
    if mode in ("arabic", "foreign"):
        near = _ARABIC_NEAR.get(one + two, _ARABIC_NEAR.get(two + one))
        if near is None:
            near = _ARABIC_LONG_NEAR.get((one, two), _ARABIC_LONG_NEAR.get((two, one), NEVER))
        return near
    pair = (one, two) if one < two else (two, one)
    if i == len(a) - 1 and j == len(b) - 1 and pair in _LATIN_FINAL:
        return _LATIN_FINAL[pair]
    return _LATIN_NEAR.get(pair, NEVER)


def _gone(sounds: tuple[str, ...], n: int, script: str, mode: str, loose: bool) -> float:
    """What it costs that the other name does not have a sound."""
    if script == "arabic":
        return _gone_arabic(sounds, n, mode, loose)
    sign, last = sounds[n], n == len(sounds) - 1
    if sign in _VOWELS or (sign == "y" and n > 0):
        return _gone_vowel(sounds, n, mode)
    if sign == "h":
        return _gone_h(sounds, n)
    if sign in ("y", "w") and n == 0:
        return 0.1 if sounds[1:2] == ("e",) else 0.5
    if mode == "cross" and last and sign == "r" and sounds[n - 2 : n] == ("i", "e"):
        return 0.2  # Gautier
    if mode == "cross" and last and sign in _SILENT:
        return 0.2 if sign == "t" and sounds[n - 1] == "n" else 0.35
    return NEVER


def _gone_vowel(sounds: tuple[str, ...], n: int, mode: str) -> float:
    """Arabic writes no short vowels, but the first and the last of a name it does."""
    sign = sounds[n]
    if n == 0:
        return 0.3
    if n == len(sounds) - 1 and not (mode == "cross" and sign in "eiy" and sounds[n - 1] in _VOWELS):
        return _FINAL_VOWEL[sign]
    if mode == "cross":
        return 0.1 if sign in "iu" and sounds[n - 1] in _VOWELS else 0.02
    beside = sounds[n - 1 : n] + sounds[n + 1 : n + 2]
    return 0.12 if any(near in _VOWELS or near in "yw" for near in beside) else 0.25


def _gone_h(sounds: tuple[str, ...], n: int) -> float:
    if n == 0:
        return 0.6
    if n == len(sounds) - 1:
        return 0.05 if sounds[n - 1] in _VOWELS else 0.25
    return 0.25 if sounds[n + 1] in _VOWELS else 0.1


def _gone_arabic(sounds: tuple[str, ...], n: int, mode: str, loose: bool) -> float:
    sign = sounds[n]
    if sign not in _WEAK:
        return NEVER
    if mode == "foreign" and sign in "AWYE":
        return 0.1 if sign == "E" else 0.4 if n == len(sounds) - 1 else 0.18
    if sign == "V":
        return 0.03 if sounds[1:2] in (("Y",), ("W",)) else 0.25 if mode == "cross" else 0.5
    if sign == "E":
        return 0.05 if mode == "cross" else 0.4
    if sign == "H":
        return 0.15 if mode == "cross" and sounds[n - 1] == "Y" else 0.6
    if mode == "cross":
        return 0.3 if loose else 0.5
    return 0.7 if n == len(sounds) - 1 else 0.25 if loose else 0.4


# Coarse classes of consonants, for finding what may be worth comparing: whatever costs little falls in one class.
# Sounds that one of the spellings may leave out (h, w, v, f, vowels) do not count.
_CLASSES = {
    **dict.fromkeys(("b", "p", "ب", "پ"), "B"),
    **dict.fromkeys("k q g gh j ch sh zh ج چ ژ ش غ ق ك گ تش".split(), "K"),
    **dict.fromkeys("t d th dh s z ts ت ط ث د ذ ز س ص ض ظ تس".split(), "T"),
    **dict.fromkeys(("l", "ل"), "L"),
    **dict.fromkeys(("m", "n", "م", "ن"), "N"),
    **dict.fromkeys(("r", "ر"), "R"),
}
_READINGS = {
    "c": ("T", "K"),
    CEDILLA: ("T", "K"),
    "j": ("K", ""),
    "خ": ("", "K"),
    "kh": ("", "K"),
}  # the Spanish j is an h


@lru_cache(maxsize=131072)
def coarse_keys(part: str) -> frozenset[str]:
    """The first two coarse consonants of a part, in every reading of its letters; a dash where there is none."""
    keys = [""]
    sounds = phones(part)
    for n, sound in enumerate(sounds):
        codes = _READINGS.get(sound) or (_CLASSES.get(sound, ""),)
        if n == 0 and sound == "s" and sounds[1:2] in (("t",), ("p",)):
            codes = ("T", "K")  # a German s
        keys = [key + code if len(key) < 2 else key for key in keys for code in codes]
    return frozenset(key or "-" for key in keys)
