"""The script of a text: what is compared letter by letter, and what sound by sound."""

from functools import lru_cache


@lru_cache(maxsize=131072)
def script_of(text: str) -> str:
    """arabic, latin or other: the script of most letters."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text)
    latin = sum((letter.isascii() and letter.isalpha()) or "\u00c0" <= letter <= "\u024f" for letter in text)
    if not arabic and not latin:
        return "other"
    return "arabic" if arabic >= latin else "latin"
