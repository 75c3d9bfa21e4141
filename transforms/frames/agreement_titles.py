"""How far the noun phrase that names an instrument reaches in its sentence."""

from dataclasses import dataclass

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Scene
from transforms.vocabulary import AgreementType

_STOPS = frozenset('.,;:،؛()[]"!?؟…•*')
_LONGEST = 28  # words; a title that runs on is a sentence
_LEFT = 6  # words before the instrument that may belong to it: "Enhanced Partnership and Cooperation"


@dataclass(frozen=True, slots=True)
class Title:
    """The tokens of the phrase, with the first token of what it is about (after the name of the instrument)."""

    first: int
    last: int
    about: int


def title_of(scene: Scene, instrument: Hit, following: Hit | None, lexicon: Lexicon) -> Title:
    """The phrase around an instrument: its adjectives, its "on …" and "between …", up to the next clause.

    `following` is the next instrument of the sentence, at which the phrase ends at the latest.
    """
    limit = following.first if following is not None else len(scene.sentence.tokens)
    return Title(_start(scene, instrument, lexicon), _end(scene, instrument, limit, lexicon), instrument.last)


def _start(scene: Scene, instrument: Hit, lexicon: Lexicon) -> int:
    first = instrument.first
    draft = next((h for h in scene.of("instrument_draft") if h.last == first and not _article(scene, h)), None)
    if draft is not None:
        first = draft.first
    if not lexicon.morphology.cased:
        return first
    tokens = scene.sentence.tokens
    blocked = {
        i for h in scene.of("agreement_act", "agreement_reference", "instrument") for i in range(h.first, h.last)
    }
    small = lexicon.words["title_small"]
    joined = False
    while first > 0 and instrument.first - first < _LEFT:
        word = tokens[first - 1]
        if first - 1 in blocked or word.low in small or not (word.text.isalpha() or word.text in "-"):
            break
        if word.low == "and":
            joined = True
            if first < 2 or not tokens[first - 2].text[0].isupper():
                break
        first -= 1
    if joined and tokens[first].low == "and":
        first += 1
    return first


def _article(scene: Scene, hit: Hit) -> bool:
    return hit.last - hit.first > 1 and scene.sentence.tokens[hit.first].low in ("the", "a")


def _end(scene: Scene, instrument: Hit, limit: int, lexicon: Lexicon) -> int:
    tokens = scene.sentence.tokens
    right_in = lexicon.words.get("stated_right_in", frozenset())
    before = tokens[instrument.first - 1].low if instrument.first else ""
    if instrument.entry.value == AgreementType.JOINT_STATEMENT and before in right_in:
        return instrument.last  # «وأدان الوزيران في بيانهما الختامي تهريب السلاح»
    stops = lexicon.words["title_stop"]
    limits = [h.first for h in scene.of("agreement_act") if h.first >= instrument.last]
    limits += [h.first for h in scene.of("discuss", "contact") if h.first >= instrument.last and _opens(scene, h)]
    limits += [p.first for p in scene.people if p.first >= instrument.last and p.name is not None]
    limits += [t.first for t in scene.times if t.first >= instrument.last and not _years(scene, t.first, t.last)]
    limit = min([*limits, instrument.last + _LONGEST, limit])
    last = instrument.last
    between = lexicon.words["title_between"]
    fields = {hit.first for hit in scene.of("topic")}
    while last < limit:
        word = tokens[last]
        if word.text in _STOPS and not (word.text in ",،" and last + 1 in fields):
            break  # but "on tourism, health and sports" goes on
        if word.low in stops and tokens[last - 1].low not in between:
            break
        last += 1
    loose = lexicon.words["title_loose"]
    while last > instrument.last and (tokens[last - 1].low in loose or not tokens[last - 1].text.isalnum()):
        last -= 1
    return last


def _opens(scene: Scene, verb: Hit) -> bool:
    """Whether a verb opens a clause of its own: "and reviewed …"."""
    return bool(verb.prefix) or (verb.first > 0 and scene.sentence.tokens[verb.first - 1].low == "and")


def _years(scene: Scene, first: int, last: int) -> bool:
    """Whether a time expression is a term that belongs to the title: "for 2026-2028"."""
    words = scene.sentence.tokens[first:last]
    return any(word.text.isdecimal() and len(word.text) == 4 for word in words) and len(words) <= 5
