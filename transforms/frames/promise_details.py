"""The further keys of a promise: the event by name, its body, session number, level, portfolio and place."""

from transforms.frames.drafts_promises import FollowUpDraft
from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_entities import Sides
from transforms.frames.promise_matters import matter_spans
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.lexicon.schema import STATES
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.words import read_words
from transforms.vocabulary import Portfolio

_LONGEST = 12  # words of the phrase that names an event
_REACH = 5  # words between a session and its number


def fill_details(analysis: Analysis, scene: Scene, promise: Promise, sides: Sides, draft: FollowUpDraft) -> None:
    """Fill `what`, `body`, `session_no`, `level`, `portfolio` and `place` where the words tell them."""
    tokens = scene.sentence.tokens
    if promise.head is not None:
        first, last = _phrase(analysis, scene, promise.head, promise.first, promise.last)
        start, end = tokens[first].start, tokens[last - 1].end
        draft.what = Cited(analysis.view.published(start, end), start, end, "follow_up.what")
        if promise.kind in ("committee", "formation"):
            draft.body = Cited(draft.what.value, start, end, "follow_up.body")
    draft.session_no = session_number(analysis, scene, promise.first, promise.last)
    person = sides.subject
    if person is not None:
        full = analysis.full(person)
        draft.level = person.office or full.office
        field = person.portfolio or full.portfolio
        if field is not None:  # what the office's words imply need not say the field itself
            draft.portfolio = Cited(field.value, field.start, field.end, "derived.portfolio")
    if draft.portfolio is None and promise.kind in ("meeting", "committee", "formation"):
        draft.portfolio = _track(analysis, scene, promise)
    spot = _place(analysis, scene, promise, sides)
    if spot is not None:
        draft.place = spot


def body_phrase(analysis: Analysis, scene: Scene, head: Hit) -> Cited[str]:
    """A body by name: the noun phrase around its word."""
    tokens = scene.sentence.tokens
    first, last = _phrase(analysis, scene, head, 0, len(tokens))
    start, end = tokens[first].start, tokens[last - 1].end
    return Cited(analysis.view.published(start, end), start, end, "follow_up.body")


def _phrase(analysis: Analysis, scene: Scene, head: Hit, begin: int, stop: int) -> tuple[int, int]:
    """The noun phrase around the event's word: back to an article or number, on to a cue, verb, sign or time."""
    tokens, words = scene.sentence.tokens, load(analysis.lang).words
    times = {time.first for time in scene.times}
    cues = {hit.first for hit in scene.of("promise", "says")} - {head.first}
    last = head.last
    while (
        last < min(stop, head.last + _LONGEST)
        and tokens[last].text not in ",،;؛.:()"
        and last not in times
        and last not in cues
        and tokens[last].low not in words["phrase_end"]
    ):
        last += 1
    first = head.first
    if load(analysis.lang).morphology.cased:
        while (
            first > begin
            and head.first - first < 6
            and (
                tokens[first - 1].low in words["phrase_start"]
                or tokens[first - 1].text[0].isupper()
                or tokens[first - 1].text[0].isdecimal()
                or tokens[first - 1].text in "-"
            )
            and first - 1 not in cues
        ):
            first -= 1
    return first, max(last, head.last)


def session_number(analysis: Analysis, scene: Scene, begin: int, stop: int) -> Cited[int] | None:
    """The number of the session, round or meeting told among some tokens."""
    tokens = scene.sentence.tokens
    line = read_words(tokens, analysis.lang, begin, stop)
    sessions = [hit for hit in scene.of("event") if hit.entry.value in ("meeting", "committee", "negotiation")]
    for item in line.items:
        ordinal = item.letter == "o" or (item.letter == "d" and item.last - item.first > 1)
        if not ordinal or not isinstance(item.value, int) or item.value < 1:
            continue
        if any(0 <= hit.first - item.last <= _REACH or 0 <= item.first - hit.last <= 1 for hit in sessions):
            timed = any(time.first <= item.first < time.last for time in scene.times)
            if not timed:
                return Cited(item.value, item.start, item.end, "follow_up.session_no")
    return None


def _track(analysis: Analysis, scene: Scene, promise: Promise) -> Cited[Portfolio] | None:
    """The field of the ministries that are to meet, where the clauses name them."""
    words = load(analysis.lang).words["ministries"]
    tokens = scene.sentence.tokens
    for hit in scene.of("portfolio"):
        beside = [*tokens[max(0, hit.first - 2) : hit.first], *tokens[hit.last : hit.last + 1]]
        if promise.first <= hit.first < promise.last and any(token.low in words for token in beside):
            return Cited(Portfolio(hit.entry.value), hit.start, hit.end, hit.entry.rule)
    return None


def _place(analysis: Analysis, scene: Scene, promise: Promise, sides: Sides) -> Cited[str] | None:
    """Where it is to be: a city or country behind a word of place or direction."""
    words = load(analysis.lang).words
    wanted = words["at_place"] | words["towards"]
    tokens = scene.sentence.tokens
    host = sides.host.value if sides.host is not None and promise.kind in ("visit", "host") else None
    matters = matter_spans(scene, analysis.lang, promise)
    topics = {hit.last for hit in scene.of("topic_head") if hit.last - hit.first > 1}
    for spot in scene.places:
        matter = spot.city is None and any(a <= spot.first < b for a, b in matters)
        if not promise.first <= spot.first < promise.last or matter or spot.first in topics:
            continue
        led = any(tokens[n].low in wanted for n in range(max(0, spot.first - 2), spot.first))
        value = spot.city or spot.country
        if host in STATES and spot.country != host:
            continue  # a visit is where its host is
        if value and (led or promise.kind == "visit"):
            return Cited(value, spot.start, spot.end, "derived.place")
    return None
