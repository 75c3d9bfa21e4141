"""The second gate: whether a document whose words passed the first can tell of anything, before people are read."""

from collections.abc import Sequence

from transforms.frames import agreements, follow_ups
from transforms.frames.clauses import real
from transforms.frames.promise_clauses import find_promises, may_promise
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Scene
from transforms.mentions.reading import Reading, joins, pairs, tells

_NEAR = 14  # tokens between a word of contact and who may have met; sides stand within twelve of their noun
_BETWEEN = 4  # tokens behind "the meeting" in which "between" makes it news
_LEAD = 2  # sentences that say whose news it is
# Who can meet, in words that stand without a name too.
_WHO = ("office", "office_plural", "counterpart", "side", "group", "organisation", "heads_delegation", "home_alias")


def can_tell(reading: Reading) -> bool:
    """Whether some sentence can tell of a meeting, an instrument, a promise, a claim or an earlier event.

    Each test is a necessary condition of the reader that follows, from phrases, sides and times alone: most articles
    that pass the first gate are comment, business or sport, and reading their people would cost four times as much.
    """
    lexicon = load(reading.lang)
    if any(joins(s.hits, reading.home) and _meets(reading, n, lexicon) for n, s in enumerate(reading.bare)):
        return True
    for n, scene in enumerate(reading.bare):
        told = agreements.may_tell(scene, lexicon) or _promises(reading, n)
        if (told and _between_sides(reading, n)) or _counts(reading, n) or _recalls(reading, n):
            return True
    return False


def _promises(reading: Reading, n: int) -> bool:
    """Whether a sentence promises something that may count without a meeting told."""
    bare = reading.bare[n]
    if not (bare.of("event") and may_promise(bare)):
        return False
    scene, before = reading.scene(n), reading.bare[n - 1] if n else None
    return any(follow_ups.may_tell(scene, before, promise) for promise in find_promises(scene, reading.lang))


def _between_sides(reading: Reading, n: int) -> bool:
    """Whether two sides are named around a sentence, or where the report says whose news it is."""
    around = [h for scene in reading.bare[max(0, n - 1) : n + 2] for h in scene.hits]
    lead = [h for scene in (*reading.bare[:_LEAD], *reading.title_scenes) for h in scene.hits]
    return pairs(around, reading.home) or pairs(lead, reading.home)


def _meets(reading: Reading, n: int, lexicon: Lexicon) -> bool:
    """Whether a word of contact tells of something that took place, with somebody near it who can meet."""
    scene = reading.bare[n]
    noise = scene.of("not_contact")
    if any(h.entry.value == "interview" for h in noise):
        return False
    told = (h for h in scene.of("contact", "contact_open") if tells(h))
    cues = [h for h in told if h.entry.attrs.get("verb") or not noise]
    aside = lexicon.words["after_words"]
    able = [cue for cue in cues if _able(scene, cue, lexicon) and real(scene, cue, (), aside)]
    return any(not _is_noun(cue) for cue in able) or (bool(able) and _held(reading, n, able, aside))


def _able(scene: Scene, cue: Hit, lexicon: Lexicon) -> bool:
    """Whether what a cue needs beside it stands there."""
    attrs = cue.entry.attrs
    if attrs.get("signing") and not scene.of("instrument", "side"):
        return False
    if attrs.get("anaphor") and not attrs.get("chair"):
        words = {token.low for token in scene.sentence.tokens[cue.last : cue.last + _BETWEEN]}
        named = words & lexicon.words["between"] or any(0 <= h.first - cue.last <= 1 for h in scene.of("relative"))
        if not named and not _light(scene):
            return False
    if cue.entry.attrs.get("noun") and scene.of("held") and len(scene.of("country", "organisation")) > 1:
        return True  # "Nepal and Peru held the third session of their consultations"
    near = any(h.first - cue.last >= -_NEAR and h.last - cue.first <= _NEAR for h in scene.of(*_WHO))
    return near or bool(scene.of("office_plural"))  # "ministers A of X, B of Y and C of Z met": a list may be long


def _is_noun(cue: Hit) -> bool:
    attrs = cue.entry.attrs
    return bool(attrs.get("noun")) and not attrs.get("verb") and str(attrs.get("form", "in_person")) == "in_person"


def _held(reading: Reading, n: int, cues: Sequence[Hit], aside: frozenset[str]) -> bool:
    """Whether a noun of contact was held, or comes with a day, or behind "after", "during"."""
    scene = reading.bare[n]
    before = {t.low for cue in cues for t in scene.sentence.tokens[max(0, cue.first - 2) : cue.first]}
    return bool(before & aside) or _light(scene) or bool(scene.of("held")) or bool(reading.scene(n).times)


def _light(scene: Scene) -> bool:
    return any(h.entry.attrs.get("light") for h in scene.of("contact"))


def _counts(reading: Reading, n: int) -> bool:
    """Whether figures of a relation may be told between sides named."""
    bare = reading.bare[n]
    if not bare.of("claim_topic") and not (bare.of("counted") and bare.of("group")):
        return False
    figures = bare.of("magnitude") or any(t.text[0].isdecimal() for t in bare.sentence.tokens)
    return bool(figures) and bool(reading.scene(n).parties)


def _recalls(reading: Reading, n: int) -> bool:
    """Whether an earlier event is told with its time, or as the last one, between sides."""
    bare = reading.bare[n]
    events = [h for h in bare.of("event") if h.entry.value in ("meeting", "committee", "negotiation")]
    before = [h for h in bare.of("no_promise") if h.entry.value == "background"]
    beside = any(_beside(event, hit) for event in events for hit in before)
    held = any(h.entry.value == "verb" for h in bare.of("prior"))
    if not events or not (beside or held):
        return False
    scene = reading.scene(n)
    return len({p.code for p in scene.parties}) > 1 and (bool(scene.times) or (beside and held))


def _beside(event: Hit, hit: Hit) -> bool:
    return 0 <= event.first - hit.last <= 1 or 0 <= hit.first - event.last <= 1
