"""The rules of the time grammar: regular expressions over the letters of a sentence's words of time (words.LETTERS)."""

import re
from typing import NamedTuple

_YEAR = "(?:a?yG?|[xtlT]a|t?a[xlT])"
_TAIL = f"(?:,?O?{_YEAR}|[xlT])"  # what may say the year of a month
_DAY = "(?:dO?|oO)"
_DATE = f"(?:{_DAY}m?M{_TAIL}?|Md(?:,?{_YEAR})?|d/d/yG?|d-d-yG?|y/d/d|y-d-d|PG?)"
_HIJRI = "(?:(?:dO?|oO)m?H(?:,?O?a?h)?z?|d/d/hz?|h/d/dz?|d-d-hz?|h-d-dz?)"
_LINK = "[,\\-/X(]+"
_WDAY = "(?:g?W[,(X\\-]*g?)"
_FULL = f"(?:{_WDAY}?(?:{_HIJRI}{_LINK}{_WDAY}?)?{_DATE}(?:{_LINK}{_HIJRI})?(?:[,(]+W)?)"
_MONTH = f"(?:[xtlT]m|t?m[xlT]|[xtl]m?M|m?O?M{_TAIL}|mO?M)"
_PLAIN_MONTH = f"(?:{_MONTH}|M)"
_WEEK = "(?:[xtlT]k|t?k[xlT])"
_WEEK_OF = f"(?:(?:[ol]kO|koO?)(?:{_PLAIN_MONTH}|m)|kO{_DATE})"
_QUARTER = f"(?:(?:[ol]Q|Qo|Qd|dQ)[\\-/,]?O?(?:{_YEAR}|a)|Qd|dQ|[xtlT]Q|t?Q[xlT])"
_HALF = f"(?:(?:[ol]F|Fo|Fd|dF)[\\-/,]?O?(?:{_YEAR}|a|{_PLAIN_MONTH}|m))"
_THIRD = f"(?:(?:[ol]C|Co)[,]?O?(?:{_YEAR}|a|{_PLAIN_MONTH}|m))"
_SEASON = f"(?:[xtlT]S|t?S[xlT]|S,?O?{_YEAR})"
_RAMADAN = "(?:m?H(?:[xlT]|,?O?a?hz?)|mH)"
_FIRST_DAYS = f"(?:[ol]gO|goO)(?:{_PLAIN_MONTH}|m)"
_PERIOD = f"(?:{_QUARTER}|{_HALF}|{_THIRD}|{_WEEK_OF}|{_WEEK}|{_SEASON}|{_MONTH}|ayG?|[xtlT]a|t?a[xlT])"
_PART = f"(?:[eE]+[OIi,\\-]*(?:{_PERIOD}|M|S|y|a|m|k|oQ|Qo|m?H(?:[xlT]|,?a?hz?)?)|[am]-?n)"
_IN = "(?<=[iIwbYUZr])"
_UNIT = "[gkmaB]"


class Rule(NamedTuple):
    """A shape of time expression."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, *alternatives: str) -> Rule:
    return Rule(name, re.compile("|".join(f"(?:{a})" for a in alternatives)))


# The longest match at a place wins; between equals the earlier rule.
RULES = (
    _rule("date", _FULL),
    _rule("hijri_date", f"{_WDAY}?{_HIJRI}"),
    _rule("relday", f"g?R(?:[,(]*(?:{_FULL}|{_WDAY}?{_HIJRI}|g?W))?", "g?W[,(]*R"),
    _rule(
        "days",
        f"{_WDAY}?[rO]?g?[do]O?(?:,?u?[do]O?)*(?:[\\-vuU]|,u){_DAY}m?M{_TAIL}?",
        f"Md(?:,d)*(?:[\\-vuU]|,u)d(?:,?{_YEAR})?",
        f"[rO]?(?:{_WDAY}?{_HIJRI}[\\-vuU]{_HIJRI}{_LINK})?{_WDAY}?{_DATE}[\\-vU]{_WDAY}?{_DATE}",
        f"r{_WDAY}?{_DATE}u{_WDAY}?{_DATE}",
    ),
    _rule(
        "hijri_days",
        f"{_WDAY}?[rO]?g?[do](?:[\\-vuU]|,u)[do]O?m?H(?:,?O?a?h)?z?",
        f"[rO]?{_HIJRI}[\\-vuU]{_HIJRI}",
    ),
    _rule("weekday", f"[xtlT]?g?W(?:[\\-vuU]g?W)*(?:,?O?{_WEEK}|[xlT])?"),
    _rule("day_of_month", "g?(?:d|o)O(?:[xtT]m|t?m[xT])", "g?d[T]", "g?(?:d|o)OT"),
    _rule("months", f"[rO]?m?M[\\-vu]m?M{_TAIL}", f"{_IN}m?M[\\-vu]m?M"),
    _rule(
        "period",
        _PERIOD,
        _PART,
        _FIRST_DAYS,
        "(?<=[iIwbYUZrpv])M",
        "(?<=[iIwbYUZrv])oQ(?!-)",
        "(?<=[iIwbYUZrv])Qo",
        f"{_IN}yG?",
    ),
    _rule("tens", f"(?:[ol][cd]gO|gcoO)(?:{_PLAIN_MONTH}|m)"),
    _rule("length", "q[cd]?[gk]c?", "[cd]-g"),
    _rule("later", f"L[OIi,]*(?:{_PERIOD}|M|y|a|m|k|g?W)"),
    _rule("bound", f"[bYUfZ][OI]?{_FULL}", f"[bYUfZ][OI]?(?:{_PERIOD}|{_PART}|M|S|y|g?W[xlT]?|g?R)"),
    _rule("years", "ay[\\-vu/]yG?", f"{_IN}y[\\-v/]yG?"),
    _rule("hijri_period", f"[bYUf]?{_RAMADAN}", "[bYUf]m?H", f"{_IN}H"),
    _rule("coming", f"w?(?:xN?[cdn]?{_UNIT}|{_UNIT}c?N?x|[cdn]{_UNIT}x)"),
    _rule("past", f"lN?[cdn]?{_UNIT}|{_UNIT}c?N?l|[cdn]{_UNIT}l|[gkma]o"),
    _rule(
        "in",
        f"I(?:[cdn]|c?N){_UNIT}J?(?!O)",
        f"f(?:[cdn]|N)?{_UNIT}J",
        f"f(?:[cdn]|N)?{_UNIT}N?(?![OyMHWxlTRd])",
        f"c?[cdnN]{_UNIT}J",
    ),
    _rule("within", f"w(?:[cdn]|c?N)?{_UNIT}N?(?![OyMHWxlTcRdo])"),
    _rule("ago", f"(?:[cdn]|c?N){_UNIT}j", f"[bZ](?:[cdn]|N)?{_UNIT}N?(?![OyMHWxlTRdAo])"),
    _rule("weekend", "[xtlT]?K[xlT]?"),
    _rule("season", "(?<=[iIwbYUZrv])S"),
    _rule("anchor", f"[bfYU]?A(?:[xlT]|,?O?{_YEAR})?"),
    _rule("vague", "V"),
    _rule("sameday", "D"),
)
# Where a match may start: at a word that says a time by itself, or at one that another word of time follows.
STARTS = re.compile(
    "[RHPVADK]|[MW](?=[^.]|$)|(?<=[^.])M|W|[gkmayhQFCSK](?=[^.])|(?<=[^.])[kmayhQFCSK]"
    "|[Or](?=[gdoWM])|q|I(?=[cdnN])|w(?=[xcdnNgkmaB])|[bYUfZ](?=[^.,()])|[eELxltTdocn](?=[^.()ij])"
)
