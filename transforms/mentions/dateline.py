"""Reads where, when and by whom a report was filed, from the line that it opens with."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Place
from transforms.segment import Sentence
from transforms.time.model import TimeExpr

_REACH = 26  # tokens within which a dateline ends: place, Hijri date, Gregorian date, agency


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening line. `last` is the first token of the report proper (the number of tokens: all of it)."""

    place: Place | None
    time: TimeExpr | None
    agency: Hit | None
    last: int


def read_dateline(sentence: Sentence, hits: Sequence[Hit], times: Sequence[TimeExpr]) -> Dateline | None:
    """The dateline that a first sentence opens with, or nothing.

    It is a place at the very start, set off by a dash, an agency or a date; or a short line of its own.
    """
    tokens = sentence.tokens
    alone = len(tokens) <= 3 and any(h.entry.kind == "city" and h.first == 0 for h in hits)
    opened = len(tokens) > 1 and tokens[1].text == ":" and any(h.entry.kind == "city" and h.first == 0 for h in hits)
    if len(tokens) <= 7 and (alone or opened or any(t.text == "-" for t in tokens)):
        places = [h for h in hits if h.entry.kind in ("city", "country")]
        if places:
            agency = next((h for h in hits if h.entry.kind == "agency"), None)
            time = times[0] if times else None
            return Dateline(_place(places[0]), time, agency, len(tokens))
    opening = next((h for h in hits if h.entry.kind in ("city", "country") and h.first == 0 and not h.prefix), None)
    if opening is None:
        return None
    last = opening.last
    agency = next((h for h in hits if h.entry.kind == "agency" and h.first < _REACH), None)
    if agency is not None and _plain_between(sentence, times, opening.last, agency.first):
        last = agency.last
    else:
        agency = None
    time = next((t for t in times if t.first <= opening.last + 2 and t.first < _REACH), None)
    if time is not None:
        last = max(last, time.last)
    dash = next((i for i in range(opening.last, min(len(tokens), last + 4)) if tokens[i].text == "-"), None)
    capitals = all(t.text.isupper() for t in tokens[: opening.last])
    if capitals and opening.last < len(tokens) and tokens[opening.last].text == ":":
        return Dateline(_place(opening), time, agency, max(last, opening.last + 1))  # "ISLAMABAD: Prime Minister …"
    if dash is not None and tokens[dash].start > tokens[dash - 1].end:
        last = dash + 1
        behind = next((t for t in times if t.first == last and t.last < len(tokens)), None)
        if behind is not None and tokens[behind.last].text in ":-،,":
            time, last = behind, behind.last + 1  # "Astana - 2 March 2026: …"
    elif agency is None and time is None:
        return None
    while last < len(tokens) and not tokens[last].text[0].isalnum():
        last += 1
    if last < len(tokens) and agency is None and dash is None and tokens[last - 1].text not in ".،,:":
        return None  # "Riyadh today received …" opens a sentence, not a report
    return Dateline(_place(opening), time, agency, last)


def _plain_between(sentence: Sentence, times: Sequence[TimeExpr], start: int, end: int) -> bool:
    """Whether only signs, another place and dates stand between: no word of a sentence."""
    dated = {i for t in times for i in range(t.first, t.last)}
    words = [i for i in range(start, end) if sentence.tokens[i].text[0].isalpha() and i not in dated]
    return len(words) <= 2


def _place(hit: Hit) -> Place:
    if hit.entry.kind == "city":
        country = str(hit.entry.attrs["country"])
        return Place(hit.entry.value, country, hit.first, hit.last, hit.start, hit.end, hit.entry.rule)
    return Place(None, hit.entry.value, hit.first, hit.last, hit.start, hit.end, hit.entry.rule)
