"""What a title tells of its state and its rank: a Secretary of State is American, a Foreign Secretary British."""

from collections import Counter
from functools import cache

from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.cast import name_parts
from transforms.mentions.model import Person
from transforms.resolve.officials import officials
from transforms.segment import tokenise
from transforms.text import fold
from transforms.vocabulary import Office


def sharing(member: Person, lexicon: Lexicon, named: Counter[str]) -> str | None:
    """Of the states that have a title the one named most, where the state that it means elsewhere is not named."""
    title = member.title_text
    if title is None or member.office is None or member.office.rule not in _varying(lexicon.lang):
        return None
    hits = [h for h in lexicon.gazetteer.find(tokenise(fold(title.value))) if h.entry.kind == "office"]
    told = next((h.entry.attrs for h in hits if h.entry.attrs.get("default_party")), {})
    listed = told.get("by_state")
    states = {str(line).split()[0] for line in listed} if isinstance(listed, (list, tuple)) else set()
    if named[str(told.get("default_party"))]:
        return None
    return next((code for code, _ in named.most_common() if code in states), None)


def known_holder(member: Person) -> str | None:
    """The one state for which the list of officials knows this name in this office; null: none, or several."""
    assert member.office is not None
    name = name_parts(member.name.value) if member.name else ()
    return _known().get((member.office.value, name)) if len(name) > 1 else None


@cache
def _known() -> dict[tuple[Office, tuple[str, ...]], str | None]:
    found: dict[tuple[Office, tuple[str, ...]], str | None] = {}
    for entry in officials():
        for spelling in entry.names:
            key = (entry.office, name_parts(spelling))
            found[key] = entry.party if found.get(key, entry.party) == entry.party else None
    return found


@cache
def _varying(lang: str) -> frozenset[str]:
    """The rules of offices among whose titles some mean another thing in another state; most languages have none."""
    return frozenset(entry.rule for entry in load(lang).entries if entry.attrs.get("by_state"))


def office_in_state(member: Person, lexicon: Lexicon) -> Office | None:
    """What a title means in the member's state where that is not what it means elsewhere: a "Foreign Secretary"."""
    title = member.title_text
    if title is None or member.party is None or member.office is None:
        return None
    if member.office.rule not in _varying(lexicon.lang):
        return None
    hits = [h for h in lexicon.gazetteer.find(tokenise(fold(title.value))) if h.entry.kind == "office"]
    told = next((h.entry for h in hits if h.entry.rule == member.office.rule), None)
    listed = told.attrs.get("by_state") if told is not None else None
    if not isinstance(listed, (list, tuple)):
        return None
    meant = dict(str(line).split() for line in listed)
    office = meant.get(member.party.value, meant.get("*"))
    return Office(office) if office is not None else None


def state_of_title(member: Person, lexicon: Lexicon, home: str | None) -> str | None:
    """The state that an office names by itself: a "Secretary of State" is American where nothing says otherwise.

    In the outlet of a state that has the title too it is that state's: an Indian report's "Defence Secretary".
    """
    title = member.title_text
    if title is None:
        return None
    tokens = tokenise(fold(title.value))
    hits = [h for h in lexicon.gazetteer.find(tokens) if h.entry.kind == "office"]
    told = next((h.entry.attrs for h in hits if h.entry.attrs.get("default_party")), None)
    if told is None:
        return None
    listed = told.get("by_state")
    shared = isinstance(listed, (list, tuple)) and any(str(line).split()[0] == home for line in listed)
    return home if shared else str(told["default_party"])
