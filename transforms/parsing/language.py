"""The language of a text by its own content."""

import re

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Letters that Arabic does not have, by the language that is most likely when they are common.
_PERSIAN = re.compile("[پچژگ]|\u06cc|\u06a9")
_URDU = re.compile("[ٹڈڑںے]")
_WORD = re.compile(r"[a-z\u00e0-\u024f]+")
# Small words that one Latin-script language has and its neighbours do not.
_SMALL: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in for that with on was is by from at his has".split()),
    "fr": frozenset("le la les des du et une dans pour que est par sur avec au aux".split()),
    "es": frozenset("el los las del y una en por que con para se su al lo".split()),
    "tr": frozenset("ve bir bu ile için da de olarak olan daha sonra çok".split()),
    "de": frozenset("der die das und den von mit für ist im auf des dem ein".split()),
}


def language_of(text: str, declared: str | None = None) -> str:
    """ISO 639-1 code of the language most of a text is in; the declared one only where the text cannot tell."""
    sample = text[:6000]
    counts = {
        "ar": len(_ARABIC.findall(sample)),
        "latin": len(_LATIN.findall(sample)),
        "ru": len(_CYRILLIC.findall(sample)),
    }
    script = max(counts, key=lambda name: counts[name])
    if counts[script] == 0:
        return _primary(declared) or "und"
    if script == "ar":
        return _arabic_script(sample, counts["ar"])
    if script == "ru":
        return "ru"
    words = _WORD.findall(sample.lower())
    hits = {lang: sum(word in small for word in words) for lang, small in _SMALL.items()}
    best = max(hits, key=lambda lang: hits[lang])
    if hits[best] * 12 >= len(words) or hits[best] >= 3:
        return best
    known = _primary(declared)
    return known if known and known not in ("ar", "ru") else ("en" if hits["en"] else "und")


def _arabic_script(sample: str, letters: int) -> str:
    if len(_URDU.findall(sample)) * 60 > letters:
        return "ur"
    return "fa" if len(_PERSIAN.findall(sample)) * 12 > letters else "ar"


def _primary(tag: str | None) -> str | None:
    """The language of a tag: "ar" of "ar-SA"."""
    head = re.match(r"[A-Za-z]{2,3}", tag or "")
    return head.group().lower() if head else None
