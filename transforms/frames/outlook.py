"""The second gate: whether a document whose words passed the first can tell of anything, before people are read."""

from transforms.frames.clauses import real
from transforms.frames.promise_clauses import find_promises, may_promise
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Scene
from transforms.mentions.reading import Reading, joins, pairs, tells
from transforms.vocabulary import AgreementType

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
    for n, scene in enumerate(reading.bare):
        if joins(scene.hits, reading.home) and _meets(scene, lexicon):
            return True
        if _promised(reading, n) and _between_sides(reading, n):
            return True
        if _counts(reading, n) or _recalls(reading, n):
            return True
    return False


def _promised(reading: Reading, n: int) -> bool:
    """Whether a sentence tells of an instrument and what was done with it, or promises something."""
    bare = reading.bare[n]
    if _instrument(bare):
        return True
    return bool(bare.of("event")) and may_promise(bare) and bool(find_promises(reading.scene(n), reading.lang))


def _between_sides(reading: Reading, n: int) -> bool:
    """Whether two sides are named around a sentence, or where the report says whose news it is."""
    around = [h for scene in reading.bare[max(0, n - 1) : n + 2] for h in scene.hits]
    lead = [h for scene in (*reading.bare[:_LEAD], *reading.title_scenes) for h in scene.hits]
    return pairs(around, reading.home) or pairs(lead, reading.home)


def _meets(scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a word of contact tells of something that took place, with somebody near it who can meet."""
    noise = scene.of("not_contact")
    if any(h.entry.value == "interview" for h in noise):
        return False
    cues = [h for h in scene.of("contact") if tells(h) and not (noise and not h.entry.attrs.get("verb"))]
    aside = lexicon.words["after_words"]
    return any(_able(scene, cue, lexicon) and real(scene, cue, (), aside) for cue in cues)


def _able(scene: Scene, cue: Hit, lexicon: Lexicon) -> bool:
    attrs = cue.entry.attrs
    if attrs.get("signing") and not scene.of("instrument", "side"):
        return False
    if attrs.get("anaphor") and not attrs.get("chair"):
        words = {token.low for token in scene.sentence.tokens[cue.last : cue.last + _BETWEEN]}
        named = words & lexicon.words["between"] or any(0 <= h.first - cue.last <= 1 for h in scene.of("relative"))
        if not named and not any(h.entry.attrs.get("light") for h in scene.of("contact")):
            return False
    return any(h.first - cue.last >= -_NEAR and h.last - cue.first <= _NEAR for h in scene.of(*_WHO))


def _instrument(scene: Scene) -> bool:
    """Whether an instrument stands with what was done with it."""
    instruments = scene.of("instrument")
    quoted = any(h.entry.value == AgreementType.JOINT_STATEMENT for h in instruments)
    return bool(instruments) and (bool(scene.of("agreement_act")) or (quoted and bool(scene.of("says"))))


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
