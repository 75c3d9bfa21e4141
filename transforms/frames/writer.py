"""Who writes in the first person, where posts or a diary leave out who met: "Honoured to receive the minister"."""

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Analysis, Person, Scene

_OPENING = 2  # sentences in which the account's owner is named
_BEFORE = 3  # tokens between "I" and the verb: "I have today met"


def writer_of(analysis: Analysis) -> Person | None:
    """The first official named in the opening sentences; null where nobody is."""
    for scene in analysis.scenes[:_OPENING]:
        for person in scene.people:
            full = analysis.full(person)
            if person.key >= 0 and full.in_scope and full.name is not None and full.office is not None and full.party:
                return person
    return None


def tells_of_writer(scene: Scene, cue: Hit) -> bool:
    """Whether a verb of contact has "I" for its subject, or none at all: "Feb 3 - Met with the minister"."""
    tokens = scene.sentence.tokens
    if any(token.text == '"' for token in tokens) or not cue.entry.attrs.get("verb"):
        return False
    if any(token.text in ("I", "We") for token in tokens[max(0, cue.first - _BEFORE) : cue.first]):
        return True
    dated = {n for time in scene.times for n in range(time.first, time.last)}
    handle = next((n for n in range(cue.first, 0, -1) if tokens[n - 1].text == ":"), 0)
    words = [n for n in range(handle, cue.first) if tokens[n].text[0].isalpha() and n not in dated]
    return tokens[cue.first].text[0].isupper() and not words
