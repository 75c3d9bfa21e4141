"""Sound keys: one spelling of a name part for Arabic and Latin letters, coarse enough for both ways of writing it."""

import re

from transforms.text import fold

# Letters that are written for one another between the scripts share a class; vowels and weak letters have none.
_ARABIC = {
    **dict.fromkeys("بپ", "B"),
    **dict.fromkeys("تط", "T"),
    **dict.fromkeys("دض", "D"),
    **dict.fromkeys("سصث", "S"),
    **dict.fromkeys("زظذ", "Z"),
    **dict.fromkeys("جژ", "J"),
    **dict.fromkeys("شچ", "C"),
    **dict.fromkeys("قكغگڨ", "K"),
    **dict.fromkeys("حهخ", "H"),
    **dict.fromkeys("فڤ", "F"),
    "ل": "L",
    "م": "M",
    "ن": "N",
    "ر": "R",
}
_LATIN = {
    **dict.fromkeys("bp", "B"),
    "t": "T",
    "d": "D",
    "s": "S",
    "z": "Z",
    "j": "J",
    **dict.fromkeys("kqgc", "K"),
    "h": "H",
    **dict.fromkeys("fv", "F"),
    "l": "L",
    "m": "M",
    "n": "N",
    "r": "R",
}
_PAIRS = (  # longest first: letters that stand for one sound together
    ("tsh", "C"),
    ("tch", "C"),
    ("sch", "C"),
    ("sh", "C"),
    ("ch", "C"),
    ("zh", "J"),
    ("dj", "J"),
    ("dzh", "J"),
    ("kh", "H"),
    ("gh", "K"),
    ("dh", "Z"),
    ("th", "S"),
    ("ph", "F"),
    ("ge", "J"),
    ("gi", "J"),
    ("ce", "S"),
    ("ci", "S"),
    ("ohn", "N"),
    ("x", "KS"),
    ("تش", "C"),
    ("دج", "J"),
)
_SOUNDS = re.compile("|".join(pair for pair, _ in sorted(_PAIRS, key=lambda pair: -len(pair[0]))) + "|.")
_CLASS = dict(_PAIRS)
_OPEN = frozenset("aeiouyاعيءئآ'`")  # a part that begins with one of these begins with a vowel, however written


def sound_key(part: str) -> str:
    """The sound key of one part of a name: consonant classes, doubled ones once, a vowel only as a beginning."""
    letters = fold(part).lower()
    key = "A" if letters[:1] in _OPEN else "W" if letters[:1] in {"w", "و"} else ""
    for sound in _SOUNDS.findall(letters):
        code = _CLASS.get(sound) or _ARABIC.get(sound) or _LATIN.get(sound, "")
        if code and not key.endswith(code):
            key += code
    return key[:-1] if len(key) > 2 and key.endswith("H") else key


# Letters that stand for another sound elsewhere: Egypt's and foreign g, German w, Slavic -ic, Turkish c, Gulf th.
_ELSEWHERE = tuple(
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"غ", "ج"),
        (r"g(?!h)", "j"),
        (r"^w", "v"),
        (r"ic$", "ich"),
        (r"j(?=.*ic$)", "y"),
        (r"^c(?=[ei])", "ch"),
        (r"ذ", "د"),
        (r"^th", "d"),
        (r"dh", "d"),
        (r"ظ", "ض"),
    )
)


def other_keys(part: str) -> frozenset[str]:
    """The keys of a part as written, and as it sounds where its letters are read in another country's way."""
    letters = fold(part).lower()
    keys = {sound_key(letters)}
    read = letters
    for pattern, spelt in _ELSEWHERE:
        keys.add(sound_key(pattern.sub(spelt, letters)))
        read = pattern.sub(spelt, read)
    return frozenset(keys | {sound_key(read)})


def long_vowels_fit(arabic: str, latin: str) -> bool:
    """Whether a long a after the first letter is heard in the Latin spelling: Hashem is no Hisham."""
    letters = fold(arabic)
    found = re.match(r"[^aeiouy]+([aeiouy]+)", fold(latin).lower())
    if len(letters) < 4 or letters[1] != "ا" or not found:
        return True
    return bool(set(found.group(1)) & set("aeo"))


def script_of(text: str) -> str:
    """arabic, latin or other: the script of most letters."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text)
    latin = sum((letter.isascii() and letter.isalpha()) or "\u00c0" <= letter <= "\u024f" for letter in text)
    if not arabic and not latin:
        return "other"
    return "arabic" if arabic >= latin else "latin"
